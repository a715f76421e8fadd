namespace ServiceDesk.Domain.Cases;

/// <summary>What the client wants of us (SIG 25, 23; Submissions Law s. 2).</summary>
public enum CaseKind
{
    /// <summary>Sūdzība: something is wrong.</summary>
    Complaint,

    /// <summary>Ierosinājums: how to do it better.</summary>
    Suggestion,

    /// <summary>Uzslava: thanks.</summary>
    Praise,

    /// <summary>Jautājums.</summary>
    Question,

    /// <summary>Iesniegums: a request to act or decide.</summary>
    Submission,

    /// <summary>Patērētāja prasījums: a consumer's claim about a paid service.</summary>
    ConsumerClaim,

    /// <summary>Iekšējais pieprasījums: a colleague asks a colleague (SIG 23).</summary>
    InternalRequest,
}
