namespace ServiceDesk.Domain.Protection;

/// <summary>What a person asks about their own data.</summary>
public enum PersonRequestKind
{
    /// <summary>What is known of them, and a copy (GDPR art. 15).</summary>
    Access,

    /// <summary>To correct what is wrong or to complete it (art. 16).</summary>
    Rectification,

    /// <summary>To erase (art. 17).</summary>
    Erasure,

    /// <summary>To keep, but do nothing else with it (art. 18).</summary>
    Restriction,

    /// <summary>Their data in a form a machine reads (art. 20).</summary>
    Portability,

    /// <summary>They object to the processing (art. 21).</summary>
    Objection,
}

/// <summary>Where a request stands.</summary>
public enum PersonRequestState
{
    /// <summary>Registered; who asks has not been checked yet.</summary>
    Received,

    /// <summary>It is known who asks, and the request is being worked on.</summary>
    InProgress,

    /// <summary>Done as asked, wholly or in part, and the person was told.</summary>
    Fulfilled,

    /// <summary>Refused with a ground, and the person was told of that and of the right to complain.</summary>
    Refused,

    /// <summary>The person took it back.</summary>
    Withdrawn,
}

/// <summary>How it was checked that the person is who they say.</summary>
public enum IdentityCheck
{
    /// <summary>Signed with a secure electronic signature.</summary>
    ElectronicSignature,

    /// <summary>Came through the official e-address.</summary>
    EAddress,

    /// <summary>Showed a passport or identity card.</summary>
    Document,

    /// <summary>Signed on paper, compared with what is known of them.</summary>
    PaperSignature,

    /// <summary>A representative with a document.</summary>
    Representative,
}

/// <summary>Why a request is refused.</summary>
public enum RefusalGround
{
    /// <summary>It could not be established who asks (GDPR art. 12(6)).</summary>
    UnknownPerson,

    /// <summary>Manifestly unfounded, or repeated without measure (art. 12(5)).</summary>
    Unfounded,

    /// <summary>The law obliges to keep the records: archive, accounting (art. 17(3)(b), (d)).</summary>
    LawObliges,

    /// <summary>Needed for legal claims (art. 17(3)(e)).</summary>
    LegalClaims,

    /// <summary>It would harm the rights of others (art. 15(4)).</summary>
    RightsOfOthers,

    /// <summary>The public task outweighs the objection (art. 21(1)).</summary>
    PublicTask,

    /// <summary>Nothing is known of the person.</summary>
    NothingKnown,
}

/// <summary>How the answer reaches the person.</summary>
public enum AnswerWay
{
    /// <summary>E-mail through the outbox.</summary>
    Email,

    /// <summary>Printed and posted.</summary>
    Post,

    /// <summary>Handed over.</summary>
    InPerson,

    /// <summary>Official e-address, sent outside the portal.</summary>
    EAddress,
}

/// <summary>What was done about a request.</summary>
public enum PersonRequestStepKind
{
    /// <summary>Registered.</summary>
    Registered,

    /// <summary>The card of the person was found, or another one.</summary>
    CardChosen,

    /// <summary>It was checked who asks.</summary>
    IdentityChecked,

    /// <summary>The term was extended and the person told.</summary>
    Extended,

    /// <summary>Everything about the person was put into a file.</summary>
    Exported,

    /// <summary>Processing was restricted.</summary>
    Restricted,

    /// <summary>The restriction was lifted.</summary>
    RestrictionLifted,

    /// <summary>The person's data was erased.</summary>
    Erased,

    /// <summary>A note of whoever works on it.</summary>
    Noted,

    /// <summary>Answered as asked.</summary>
    Fulfilled,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Taken back by the person.</summary>
    Withdrawn,

    /// <summary>A fact of the card was put right.</summary>
    Rectified,
}
