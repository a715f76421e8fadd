namespace ServiceDesk.Application.Operations;

/// <summary>The fields whose values a change record may keep. Each has a text; what is secret has no name here.</summary>
public enum ChangedField
{
    /// <summary>Name of the thing.</summary>
    Name,

    /// <summary>Surname of an employee.</summary>
    Surname,

    /// <summary>Post held.</summary>
    Position,

    /// <summary>The unit it belongs to, or that answers for it.</summary>
    Unit,

    /// <summary>The unit or category above.</summary>
    Parent,

    /// <summary>Who heads the unit.</summary>
    Head,

    /// <summary>Phone.</summary>
    Phone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Whether citizens may turn to the unit.</summary>
    ServesClients,

    /// <summary>Whether the service standard binds the person.</summary>
    StandardApplies,

    /// <summary>Whether it is in use.</summary>
    InUse,

    /// <summary>Last working day.</summary>
    LastDay,

    /// <summary>Who takes the open cases.</summary>
    Successor,

    /// <summary>Roles of an account.</summary>
    Roles,

    /// <summary>Whether a second factor is demanded, or set up.</summary>
    SecondFactor,

    /// <summary>What was done to the access: invited, signed out everywhere, lockout lifted.</summary>
    Access,

    /// <summary>Language.</summary>
    Language,

    /// <summary>Kind.</summary>
    Kind,

    /// <summary>State of cases it is meant for.</summary>
    State,

    /// <summary>Short code.</summary>
    Code,

    /// <summary>Subject line.</summary>
    Subject,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Place in the list.</summary>
    Order,

    /// <summary>A day.</summary>
    Day,

    /// <summary>In force from.</summary>
    ValidFrom,

    /// <summary>The length of a term.</summary>
    Term,

    /// <summary>English name.</summary>
    NameEn,

    /// <summary>Russian name.</summary>
    NameRu,

    /// <summary>Topic.</summary>
    Topic,

    /// <summary>Service.</summary>
    Service,

    /// <summary>Channel.</summary>
    Channel,

    /// <summary>Places.</summary>
    Place,

    /// <summary>The person who answers.</summary>
    Responsible,

    /// <summary>Address of a page.</summary>
    Link,

    /// <summary>Open cases moved along.</summary>
    MovedCases,

    /// <summary>The law or nomenclature behind it.</summary>
    Basis,

    /// <summary>From when a term runs.</summary>
    Start,

    /// <summary>Index in the file nomenclature.</summary>
    FileIndex,

    /// <summary>The controller of personal data.</summary>
    Controller,

    /// <summary>How to reach the controller.</summary>
    ControllerContact,

    /// <summary>The data-protection officer.</summary>
    Officer,

    /// <summary>How to reach the officer.</summary>
    OfficerContact,

    /// <summary>Joint controllers.</summary>
    JointControllers,

    /// <summary>Security measures.</summary>
    Security,

    /// <summary>Processors.</summary>
    Processors,

    /// <summary>Transfers to third countries.</summary>
    Transfers,

    /// <summary>Recipients.</summary>
    Recipients,

    /// <summary>A remark.</summary>
    Remark,
}
