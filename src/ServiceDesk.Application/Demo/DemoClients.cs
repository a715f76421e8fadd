using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Demo;

/// <summary>Invented clients. Addresses end in <c>.example</c>, so no letter can reach anybody.</summary>
internal static class DemoClients
{
    private static readonly string[] Women = ["Anna", "Ilona", "Marta", "Dace", "Evija", "Sandra", "Velga", "Inese", "Laura", "Rasma", "Gunta", "Kristiāna", "Irēna", "Aelita"];
    private static readonly string[] WomenSurnames = ["Kalēja", "Priede", "Lāce", "Ziediņa", "Straume", "Muceniece", "Rudzīte", "Vilciņa", "Skuja", "Upeniece", "Avotiņa", "Birze"];
    private static readonly string[] Men = ["Pēteris", "Juris", "Arvīds", "Raimonds", "Gatis", "Imants", "Dainis", "Aivars", "Rihards", "Modris", "Agris", "Vilnis"];
    private static readonly string[] MenSurnames = ["Kalējs", "Priedītis", "Lācis", "Ziediņš", "Mucenieks", "Rudzītis", "Vilciņš", "Skujiņš", "Upenieks", "Avotiņš", "Birznieks", "Celmiņš"];
    private static readonly string[] Hosts = ["pasts.example", "epasts.example", "vestule.example"];
    private static readonly string[] English = ["Helen Marsh", "Tom Weller", "Priya Nair"];
    private static readonly string[] Russian = ["Светлана Орлова", "Николай Берёзкин", "Ирина Соколова"];

    public static Contact Draw(Random random, DemoStory story, Channel channel)
    {
        if (story.Anonymous)
            return Contact.None;
        var (name, address) = story.Language switch
        {
            "en" => Foreign(English[random.Next(English.Length)]),
            "ru" => Russian[random.Next(Russian.Length)] is var russian ? (russian, $"klients{random.Next(100, 999)}") : default,
            _ => Latvian(random),
        };
        var byPhone = channel is Channel.Phone or Channel.Voicemail or Channel.InPerson;
        var hasEmail = channel is Channel.Email or Channel.EAddress or Channel.StatePortal || random.Next(100) < (byPhone ? 35 : 90);
        return new Contact
        {
            Name = channel == Channel.WebForm && random.Next(100) < 8 ? null : name,
            Email = hasEmail ? $"{address}@{Hosts[random.Next(Hosts.Length)]}" : null,
            Phone = byPhone || random.Next(100) < 45 ? $"20{random.Next(100, 999)} {random.Next(100, 999)}" : null,
            Address = channel == Channel.Paper ? $"Dārza iela {random.Next(1, 40)}, Lejasupe, LV-0000" : null,
            UnitMayKnow = !story.Secret && random.Next(100) < 70,
        };
    }

    /// <summary>A name and what stands before the @ of the address.</summary>
    public static (string Name, string Address) Latvian(Random random)
    {
        var (first, last) = random.Next(2) == 0
            ? (Women[random.Next(Women.Length)], WomenSurnames[random.Next(WomenSurnames.Length)])
            : (Men[random.Next(Men.Length)], MenSurnames[random.Next(MenSurnames.Length)]);
        return ($"{first} {last}", $"{DemoPerson.Plain(first)}.{DemoPerson.Plain(last)}");
    }

    private static (string Name, string Address) Foreign(string name) => (name, name.ToLowerInvariant().Replace(' ', '.'));
}
