namespace ServiceDesk.Application.Clients.Exports;

/// <summary>The columns of a file of clients.</summary>
public static class ClientSheet
{
    /// <summary>All columns, in the order they are written.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        Card, Kind, Name, Born, Number, Vat, Form, Phone, Email, EAddress, Iban, Street, House, HouseName, Flat, Village, Parish, Town, Municipality, PostalCode, Country, Address, Addressee,
        Language, Groups, Heard,
    ];

    internal const string Card = "Kartīte";
    internal const string Kind = "Veids";
    internal const string Name = "Nosaukums";
    internal const string Born = "Dzimšanas datums";
    internal const string Number = "Reģistrācijas numurs";
    internal const string Vat = "PVN numurs";
    internal const string Form = "Juridiskā forma";
    internal const string Phone = "Tālrunis";
    internal const string Email = "E-pasts";
    internal const string EAddress = "E-adrese";
    internal const string Iban = "Konts";
    internal const string Street = "Iela";
    internal const string House = "Mājas numurs";
    internal const string HouseName = "Mājas nosaukums";
    internal const string Flat = "Dzīvoklis";
    internal const string Village = "Ciems";
    internal const string Parish = "Pagasts";
    internal const string Town = "Pilsēta";
    internal const string Municipality = "Novads";
    internal const string PostalCode = "Pasta indekss";
    internal const string Country = "Valsts";
    internal const string Address = "Adrese";
    internal const string Addressee = "Adresāts";
    internal const string Language = "Valoda";
    internal const string Groups = "Mērķgrupas";
    internal const string Heard = "Par mums uzzināja";
}
