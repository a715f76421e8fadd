namespace ServiceDesk.Domain.Cases;

/// <summary>The way by which something reached the municipality (SIG 6.4.3, 25).</summary>
public enum Channel
{
    /// <summary>The form of this portal.</summary>
    WebForm,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Official e-address (oficiālā elektroniskā adrese).</summary>
    EAddress,

    /// <summary>Phone call.</summary>
    Phone,

    /// <summary>In person, orally or on a form at the counter.</summary>
    InPerson,

    /// <summary>Paper by post or handed in.</summary>
    Paper,

    /// <summary>The form on latvija.gov.lv.</summary>
    StatePortal,

    /// <summary>The municipality's mobile app.</summary>
    MobileApp,

    /// <summary>Social network.</summary>
    SocialNetwork,

    /// <summary>Message left on the answering machine (SIG 17).</summary>
    Voicemail,

    /// <summary>From a colleague.</summary>
    Internal,

    /// <summary>Something else: what an older register knew and this one does not.</summary>
    Other,
}
