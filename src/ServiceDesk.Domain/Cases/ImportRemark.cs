namespace ServiceDesk.Domain.Cases;

/// <summary>What is to be said about a record of an older register or of a file of clients. The first group, up to <see cref="NotSaved"/>, keeps it out, the second does not.</summary>
public enum ImportRemark
{
    /// <summary>More or fewer columns than the heading.</summary>
    WrongColumns,

    /// <summary>It has no number, or one too long.</summary>
    NoNumber,

    /// <summary>The same file had the number before.</summary>
    DuplicateNumber,

    /// <summary>The receipt is no date.</summary>
    ReceivedNotADate,

    /// <summary>The receipt lies in the future.</summary>
    ReceivedInFuture,

    /// <summary>The kind is none we know.</summary>
    UnknownKind,

    /// <summary>Neither subject nor text.</summary>
    Empty,

    /// <summary>The answer is no date.</summary>
    AnsweredNotADate,

    /// <summary>Answered before it was received.</summary>
    AnsweredBeforeReceived,

    /// <summary>Answered in the future.</summary>
    AnsweredInFuture,

    /// <summary>Neither open nor closed.</summary>
    UnknownState,

    /// <summary>The record is larger than any letter; a quotation mark is probably missing.</summary>
    RecordTooLong,

    /// <summary>A client without a name.</summary>
    NameMissing,

    /// <summary>A name or an addressee longer than its place.</summary>
    NameTooLong,

    /// <summary>A part of an address or a legal form longer than its place.</summary>
    WordTooLong,

    /// <summary>An address longer than its place.</summary>
    AddressTooLong,

    /// <summary>A firm or body with a personal code.</summary>
    OrganisationHasNoCode,

    /// <summary>A person with a registration number.</summary>
    PersonRegistered,

    /// <summary>A firm or body with a date of birth.</summary>
    OrganisationBorn,

    /// <summary>The date of birth is no date.</summary>
    BirthNotADate,

    /// <summary>Born in the future.</summary>
    BirthInFuture,

    /// <summary>Born so long ago that it cannot be.</summary>
    BirthTooEarly,

    /// <summary>A personal code of other signs than digits.</summary>
    CodeNotDigits,

    /// <summary>A personal code of another length.</summary>
    CodeLength,

    /// <summary>The number of a firm in place of a personal code.</summary>
    CodeOrganisation,

    /// <summary>A personal code that begins with no date.</summary>
    CodeNoSuchDate,

    /// <summary>A personal code that begins with a date to come.</summary>
    CodeBornInFuture,

    /// <summary>A registration number of other signs than digits.</summary>
    RegistrationNumberNotDigits,

    /// <summary>A registration number of another length.</summary>
    RegistrationNumberLength,

    /// <summary>A registration number that begins with another digit.</summary>
    RegistrationNumberFirstDigit,

    /// <summary>A VAT number that is none.</summary>
    VatFormat,

    /// <summary>A VAT number of another personal code.</summary>
    VatOtherCode,

    /// <summary>A phone of other signs than digits.</summary>
    PhoneNotDigits,

    /// <summary>A foreign phone of another length.</summary>
    PhoneForeign,

    /// <summary>A Latvian phone of another length.</summary>
    PhoneLength,

    /// <summary>A Latvian phone of no known range.</summary>
    PhoneUnknown,

    /// <summary>An e-mail address that reaches nobody.</summary>
    EmailUnusable,

    /// <summary>An e-address that is none.</summary>
    EAddressFormat,

    /// <summary>An account that is none.</summary>
    IbanFormat,

    /// <summary>A Latvian account of another form.</summary>
    IbanLatvianFormat,

    /// <summary>An account whose check digits do not agree.</summary>
    IbanCheckDigits,

    /// <summary>A postal code that is none.</summary>
    PostalCodeFormat,

    /// <summary>The database refused it.</summary>
    NotSaved,

    /// <summary>The e-mail address reaches nobody; left out.</summary>
    EmailLeftOut,

    /// <summary>The channel is none we know; taken as other.</summary>
    ChannelUnknown,

    /// <summary>The unit is none we know; Client Service assigns the case.</summary>
    UnitUnknown,

    /// <summary>A name, phone, address or subject was longer than its place and was cut.</summary>
    CutShort,

    /// <summary>Closed on an unknown day; the day of receipt stands for it.</summary>
    ClosingDayUnknown,

    /// <summary>The check digit of the personal code does not agree.</summary>
    CodeCheckDigit,

    /// <summary>The check digit of the registration number does not agree.</summary>
    RegistrationNumberCheckDigit,

    /// <summary>A foreign VAT number nobody checked.</summary>
    VatForeign,

    /// <summary>A VAT number of another registration number.</summary>
    VatOtherNumber,

    /// <summary>The date of birth is not the one of the personal code.</summary>
    BirthDiffers,

    /// <summary>A short service number.</summary>
    PhoneShort,

    /// <summary>A number of higher rate.</summary>
    PhonePremium,

    /// <summary>The language is none we write in; Latvian stands for it.</summary>
    LanguageUnknown,

    /// <summary>What brought the client to us is none we know; left out.</summary>
    HeardFromUnknown,

    /// <summary>A target group is none we know; left out.</summary>
    GroupUnknown,

    /// <summary>The heading names columns that are none of ours; not read.</summary>
    ColumnUnknown,

    /// <summary>The client is in the register, or earlier in the file; not made twice.</summary>
    ClientKnown,
}
