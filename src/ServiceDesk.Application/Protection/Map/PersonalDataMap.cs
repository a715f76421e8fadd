namespace ServiceDesk.Application.Protection.Map;

/// <summary>Whose data a column holds.</summary>
public enum DataNature
{
    /// <summary>Nobody's, and nothing is told about a client by it: keys, counters, settings of the house.</summary>
    NotPersonal,

    /// <summary>Not a person's by itself, but tells something about the matter of one: a number, a day, a state. Exported, and kept at erasure.</summary>
    Fact,

    /// <summary>Of a client.</summary>
    OfClient,

    /// <summary>Of an employee, as the bearer of an office.</summary>
    OfEmployee,

    /// <summary>Free text, which may hold anything about anybody.</summary>
    FreeText,

    /// <summary>Opens something or proves something and is never handed out: hashes, keys, cipher text.</summary>
    Secret,
}

/// <summary>What erasure does with a column of a client's rows.</summary>
public enum Erasing
{
    /// <summary>Stays, because it names nobody or because a duty demands it.</summary>
    Keep,

    /// <summary>Becomes empty.</summary>
    Clear,

    /// <summary>What was written is replaced by a word that says so; what was empty stays empty.</summary>
    Replace,

    /// <summary>Goes with the whole row.</summary>
    Delete,
}

/// <summary>A column as the map knows it.</summary>
/// <param name="Name">Name of the property; of a complex one <c>Contact.Email</c>.</param>
/// <param name="Nature">Whose data it holds.</param>
/// <param name="IsExported">Whether the person gets it with everything about them.</param>
/// <param name="Erasing">What erasure does with it.</param>
/// <param name="Why">Why something of a client stays or is not handed out.</param>
public sealed record MappedColumn(string Name, DataNature Nature, bool IsExported, Erasing Erasing, string? Why);

/// <summary>A way from a row to the person it is about.</summary>
/// <param name="Column">Column of this entity.</param>
/// <param name="Entity">The entity that column points to; its rows are reached in the same manner, up to the card.</param>
/// <param name="IsText">The column holds the key as text without dashes.</param>
/// <param name="Target">The column of that entity which holds the same value.</param>
public sealed record OwnerPath(string Column, string Entity, bool IsText = false, string Target = "Id");

/// <summary>An entity of the database model as the map knows it: every column classified, and how its rows are found for one person.</summary>
public sealed class MappedEntity(string name)
{
    private readonly List<MappedColumn> columns = [];
    private readonly List<OwnerPath> owners = [];

    /// <summary>Name of the entity's class.</summary>
    public string Name { get; } = name;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<MappedColumn> Columns => columns;

    /// <summary>How its rows are found for one person; none for tables that hold no client's rows.</summary>
    public IReadOnlyList<OwnerPath> Owners => owners;

    /// <summary>Whether its rows are a person's.</summary>
    public bool IsOwned => owners.Count > 0 || Name == PersonalDataMap.Root;

    /// <summary>Whether erasure deletes whole rows.</summary>
    public bool RowsGo { get; private set; }

    /// <summary>Rows belong to the person whose rows of <paramref name="entity"/> the column points to. Several ways add up.</summary>
    public MappedEntity Through(string column, string entity, bool isText = false, string target = "Id")
    {
        owners.Add(new OwnerPath(column, entity, isText, target));
        return this;
    }

    /// <summary>Nobody's.</summary>
    public MappedEntity NotPersonal(params string[] names) => Add(DataNature.NotPersonal, false, Erasing.Keep, null, names);

    /// <summary>Tells something about the person's matter: handed out, kept.</summary>
    public MappedEntity Facts(params string[] names) => Add(DataNature.Fact, true, Erasing.Keep, null, names);

    /// <summary>Of an employee; keys are not handed out.</summary>
    public MappedEntity OfEmployee(params string[] names) => Add(DataNature.OfEmployee, false, Erasing.Keep, null, names);

    /// <summary>Name of an employee who acted for the house: handed out, for who bears an office does so openly.</summary>
    public MappedEntity OfficeBearer(params string[] names) => Add(DataNature.OfEmployee, true, Erasing.Keep, null, names);

    /// <summary>Of a client: handed out and erased.</summary>
    public MappedEntity OfClient(Erasing erasing, params string[] names) => Add(DataNature.OfClient, true, erasing, null, names);

    /// <summary>Of a client, with a reason for keeping it in spite of erasure.</summary>
    public MappedEntity OfClientKept(string why, params string[] names) => Add(DataNature.OfClient, true, Erasing.Keep, why, names);

    /// <summary>Free text: handed out and erased.</summary>
    public MappedEntity FreeText(Erasing erasing, params string[] names) => Add(DataNature.FreeText, true, erasing, null, names);

    /// <summary>Free text of the house that is about no single client, with the reason for keeping it.</summary>
    public MappedEntity FreeTextKept(string why, params string[] names) => Add(DataNature.FreeText, IsOwned, Erasing.Keep, why, names);

    /// <summary>Never handed out.</summary>
    public MappedEntity Secret(Erasing erasing, string why, params string[] names) => Add(DataNature.Secret, false, erasing, why, names);

    /// <summary>Erasure deletes whole rows.</summary>
    public MappedEntity RowsDeleted()
    {
        RowsGo = true;
        return this;
    }

    private MappedEntity Add(DataNature nature, bool isExported, Erasing erasing, string? why, string[] names)
    {
        foreach (var name in names)
        {
            if (columns.Any(c => c.Name == name))
                throw new InvalidOperationException($"{Name}.{name} is classified twice.");
            columns.Add(new MappedColumn(name, nature, isExported, RowsGo ? Erasing.Delete : erasing, why));
        }

        return this;
    }
}

/// <summary>A part of the map, kept beside the feature it describes. Found by scanning.</summary>
public interface IPersonalDataArea
{
    /// <summary>Classifies every column of the entities of the feature.</summary>
    void Describe(PersonalDataMap map);
}

/// <summary>
/// Whose data each column of the database holds, and what export and erasure do with it. A test walks the database model and fails for a
/// column that is not here; the export of a person and erasure are driven by nothing but this map, so what is here is handed out and
/// erased.
/// </summary>
public sealed class PersonalDataMap
{
    /// <summary>The entity a person's data hangs on: the card.</summary>
    public const string Root = "Client";

    private readonly Dictionary<string, MappedEntity> entities = new(StringComparer.Ordinal);

    private PersonalDataMap()
    {
    }

    /// <summary>The map of this program.</summary>
    public static PersonalDataMap Current { get; } = Build();

    /// <summary>All entities, in the order of description.</summary>
    public IReadOnlyCollection<MappedEntity> Entities => entities.Values;

    /// <summary>Begins the description of an entity.</summary>
    public MappedEntity Entity(string name) => entities.TryAdd(name, new MappedEntity(name))
        ? entities[name]
        : throw new InvalidOperationException($"{name} is described twice.");

    /// <summary>An entity by its name; null for one the map does not know.</summary>
    public MappedEntity? Find(string name) => entities.GetValueOrDefault(name);

    private static PersonalDataMap Build()
    {
        var map = new PersonalDataMap();
        foreach (var area in typeof(PersonalDataMap).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IPersonalDataArea).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            ((IPersonalDataArea)Activator.CreateInstance(area)!).Describe(map);
        }

        return map;
    }
}
