namespace ServiceDesk.Domain.Clients;

/// <summary>What a client is.</summary>
public enum ClientKind
{
    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A firm, association, foundation or farm.</summary>
    LegalPerson,

    /// <summary>A body of the state or of a municipality.</summary>
    Institution,

    /// <summary>Somebody who works for the municipality (SIG 4.2).</summary>
    Internal,

    /// <summary>Known only by a phone number or an address.</summary>
    Unknown,
}

/// <summary>Whether a card is in use.</summary>
public enum ClientState
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Was the same as another card and became part of it.</summary>
    Merged,

    /// <summary>Emptied at the person's request or when its time had come; what remains names nobody.</summary>
    Erased,
}

/// <summary>What first brought a client to us: one question, asked once, when the card is made.</summary>
public enum HeardFrom
{
    /// <summary>Family, friends, neighbours.</summary>
    WordOfMouth,

    /// <summary>A newspaper or the municipality's own one.</summary>
    Newspaper,

    /// <summary>The internet, a search, the municipality's site.</summary>
    Internet,

    /// <summary>A social network.</summary>
    SocialNetwork,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A guided tour or open day.</summary>
    Tour,

    /// <summary>A project.</summary>
    Project,

    /// <summary>Sent by another body.</summary>
    OtherBody,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What a name of a client is.</summary>
public enum ClientNameKind
{
    /// <summary>The one in use.</summary>
    Current,

    /// <summary>One borne earlier.</summary>
    Former,

    /// <summary>Another name in use beside it: a brand, a short form, a married name not registered.</summary>
    Trade,
}

/// <summary>By what a client can be reached, or paid.</summary>
public enum ClientReachKind
{
    /// <summary>Phone, E.164.</summary>
    Phone,

    /// <summary>E-mail, lower case.</summary>
    Email,

    /// <summary>Official e-address.</summary>
    EAddress,

    /// <summary>Bank account.</summary>
    Iban,
}

/// <summary>What an address of a client is for.</summary>
public enum ClientAddressKind
{
    /// <summary>Declared residence or legal address.</summary>
    Declared,

    /// <summary>Where letters go.</summary>
    Postal,

    /// <summary>Where the client really is: a branch, a flat, a summer house.</summary>
    Actual,
}

/// <summary>What a representative may do for the client.</summary>
public enum RepresentationScope
{
    /// <summary>Everything.</summary>
    Everything,

    /// <summary>Hand in and receive documents.</summary>
    Documents,

    /// <summary>One matter, named in the document.</summary>
    OneMatter,

    /// <summary>By law: a parent, a guardian, a board member.</summary>
    ByLaw,
}

/// <summary>What happened to a card.</summary>
public enum ClientEventKind
{
    /// <summary>The card was made.</summary>
    Registered,

    /// <summary>Taken over from a file.</summary>
    Imported,

    /// <summary>A field got another value.</summary>
    Changed,

    /// <summary>Another name from a day on.</summary>
    Renamed,

    /// <summary>Another name beside the current one.</summary>
    NameAdded,

    /// <summary>A contact point was added.</summary>
    ReachAdded,

    /// <summary>A contact point is no longer used.</summary>
    ReachRetired,

    /// <summary>An address was added.</summary>
    AddressAdded,

    /// <summary>An address is no longer used.</summary>
    AddressRetired,

    /// <summary>A personal code was written down.</summary>
    CodeGiven,

    /// <summary>A personal code was replaced and stays as a former one.</summary>
    CodeReplaced,

    /// <summary>Somebody acts for the client.</summary>
    RepresentativeAdded,

    /// <summary>Somebody no longer acts for the client.</summary>
    RepresentativeEnded,

    /// <summary>The client belongs to a target group.</summary>
    GroupJoined,

    /// <summary>The client left a target group.</summary>
    GroupLeft,

    /// <summary>A note was written.</summary>
    NoteAdded,

    /// <summary>Processing was restricted (GDPR art. 18).</summary>
    Restricted,

    /// <summary>The restriction was lifted.</summary>
    RestrictionLifted,

    /// <summary>Became part of another card.</summary>
    Merged,

    /// <summary>Another card became part of this one.</summary>
    TookIn,

    /// <summary>A merge was undone.</summary>
    MergeUndone,

    /// <summary>Emptied.</summary>
    Erased,

    /// <summary>A fact was put right at the person's request (GDPR art. 16).</summary>
    Rectified,
}

/// <summary>A field of a card whose changes are kept with the value before.</summary>
public enum ClientField
{
    /// <summary>Kind of client.</summary>
    Kind,

    /// <summary>Name, corrected without a date.</summary>
    Name,

    /// <summary>Language we write in.</summary>
    Language,

    /// <summary>How the client wants to be answered.</summary>
    PreferredChannel,

    /// <summary>Date of birth.</summary>
    BirthDate,

    /// <summary>Registration number.</summary>
    RegistrationNumber,

    /// <summary>VAT number.</summary>
    VatNumber,

    /// <summary>Legal form.</summary>
    LegalForm,

    /// <summary>The employee the client is.</summary>
    Employee,

    /// <summary>How they learnt of us.</summary>
    HeardFrom,

    /// <summary>Personal code; its values never stand in a history.</summary>
    PersonalCode,

    /// <summary>A phone.</summary>
    Phone,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>An official e-address.</summary>
    EAddress,

    /// <summary>A bank account.</summary>
    Account,

    /// <summary>An address.</summary>
    Address,
}
