using ServiceDesk.Application.Shared.Access;
using static ServiceDesk.Application.Shared.Access.AccessOperation;
using static ServiceDesk.Application.Shared.Access.AccessScope;

namespace ServiceDesk.Application.Tests.Shared.Access;

/// <summary>The access table against the rules it was written from, and the permissions against the table.</summary>
public class AccessTableTests
{
    // R all · o own · unit · in handling · A counts only · passed · escalated · – nothing
    private const string Rules = """
        thing                 | CSS         | EMP | UH   | HCS | DED       | ETH    | HR | IT | COM | ARC | ACC | SHOP
        CaseHead              | R           | unit| unit | R   | A         | –      | –  | –  | –   | R   | –   | –
        CaseContent           | in handling | o   | unit | R   | escalated | passed | –  | –  | –   | –   | –   | –
        ComplaintAboutPerson  | in handling | –   | unit | R   | escalated | passed | –  | –  | –   | –   | –   | –
        ClientCard            | R           | o   | unit | R   | –         | –      | –  | –  | –   | –   | –   | –
        Deadlines             | R           | o   | unit | R   | A         | –      | –  | –  | –   | R   | –   | –
        Breaches              | o           | o   | unit | R   | R         | –      | –  | –  | –   | o   | –   | –
        Calendar              | –           | –   | –    | –   | –         | –      | –  | –  | –   | –   | –   | –
        """;

    private static readonly Dictionary<string, Role> Short = new()
    {
        ["CSS"] = Role.ClientServiceSpecialist,
        ["EMP"] = Role.Employee,
        ["UH"] = Role.UnitHead,
        ["HCS"] = Role.HeadOfClientService,
        ["DED"] = Role.DeputyExecutiveDirector,
        ["ETH"] = Role.EthicsCommission,
        ["HR"] = Role.HumanResources,
        ["IT"] = Role.InformationTechnology,
        ["COM"] = Role.Communications,
        ["ARC"] = Role.RecordsKeeper,
        ["ACC"] = Role.Accountant,
        ["SHOP"] = Role.MysteryShopper,
    };

    public static TheoryData<AccessThing, Role, string> Cells()
    {
        var lines = Rules.Split('\n').Select(l => l.Split('|').Select(c => c.Trim()).ToArray()).ToList();
        var data = new TheoryData<AccessThing, Role, string>();
        foreach (var line in lines.Skip(1))
        {
            for (var column = 1; column < line.Length; column++)
                data.Add(Enum.Parse<AccessThing>(line[0]), Short[lines[0][column]], line[column]);
        }

        return data;
    }

    [Theory, MemberData(nameof(Cells))]
    public void The_table_says_what_the_rules_say(AccessThing thing, Role role, string rule)
    {
        var scope = AccessTable.Of(role, thing, Read);
        var isRight = rule switch
        {
            "R" => scope.HasFlag(All),
            "o" => scope.HasFlag(Own) && (scope & (Headed | All)) == None,
            "unit" => (scope & (Unit | Headed)) != None && !scope.HasFlag(All),
            "in handling" => scope.HasFlag(InHandling) && !scope.HasFlag(All),
            "A" => scope.HasFlag(Aggregate) && (scope & ~(Aggregate | Escalated)) == None,
            "passed" => scope == Passed,
            "escalated" => scope == Escalated,
            // The head of what was passed to one is seen with it.
            "–" => (scope & ~Passed) == None,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
        Assert.True(isRight, $"{role} × {thing}: {scope}, the rule says {rule}");
    }

    public static TheoryData<Permission> Permissions => [.. Enum.GetValues<Permission>()];

    [Theory, MemberData(nameof(Permissions))]
    public void A_role_holds_a_permission_if_a_line_of_the_table_gives_it_and_not_otherwise(Permission permission)
    {
        var lines = AccessTable.Lines.Where(l => l.Permissions.Any(p => p.Permission == permission)).ToList();
        Assert.True(lines.Count > 0, $"{permission} comes of no line of the access table: add the line that gives it.");
        var byTable = Enum.GetValues<Role>().Where(role => lines.Any(l => l.Permissions.Any(p => p.Permission == permission && (l.Of(role) & p.Scope) != None)));
        var byMatrix = Enum.GetValues<Role>().Where(role => AccessMatrix.RightsOf(role).Contains(permission));
        Assert.Equal(byTable, byMatrix);
    }

    [Fact]
    public void Every_thing_has_a_line_and_no_line_stands_twice()
    {
        Assert.Equal(Enum.GetValues<AccessThing>().Order(), AccessTable.Lines.Select(l => l.Thing).Distinct().Order());
        Assert.Equal(AccessTable.Lines.Count, AccessTable.Lines.Select(l => (l.Thing, l.Operation)).Distinct().Count());
    }

    [Theory]
    [InlineData(Role.ElectedOfficial)]
    [InlineData(Role.MysteryShopper)]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.InformationTechnology)]
    [InlineData(Role.Communications)]
    [InlineData(Role.DataProtectionOfficer)]
    public void Who_has_nothing_to_do_with_cases_sees_none(Role role)
    {
        foreach (var thing in new[] { AccessThing.CaseHead, AccessThing.CaseContent, AccessThing.ComplaintAboutPerson, AccessThing.ClientCard, AccessThing.ClientOfCase })
            Assert.Equal(None, AccessTable.Lines.Where(l => l.Thing == thing).Select(l => l.Of(role)).Aggregate(None, (a, b) => a | b));
    }
}
