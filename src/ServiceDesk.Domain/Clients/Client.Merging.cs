using System.Globalization;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <content>Two cards of one client become one, and two again.</content>
public sealed partial class Client
{
    private const string ByCode = "=code";

    /// <summary>
    /// Takes another card in: its names, contact points, addresses, codes, representatives, groups and notes are added to this one, each
    /// once, and of the values of which only one can stay those named come from the other card. The other card goes out of use unchanged.
    /// Refused for a person and a firm, for somebody and who acts for them, and while processing of either is restricted.
    /// </summary>
    /// <param name="other">The card to take in.</param>
    /// <param name="fromOther">Fields whose value comes from the other card.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="at">Now, UTC.</param>
    public ClientMerge TakeIn(Client other, IReadOnlySet<MergeField> fromOther, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(other);
        RefuseIfOutOfUse();
        other.RefuseIfOutOfUse();
        if (other.Id == Id)
            throw new Refusal("Clients.Merge.SameCard");
        if (RestrictedAt is not null || other.RestrictedAt is not null)
            throw new Refusal("Clients.Merge.IsRestricted");
        if (Kind != ClientKind.Unknown && other.Kind != ClientKind.Unknown && IsOrganisation(Kind) != IsOrganisation(other.Kind))
            throw new Refusal("Clients.Merge.PersonAndFirm");
        if (representatives.Any(r => r.RepresentativeId == other.Id) || other.representatives.Any(r => r.RepresentativeId == Id))
            throw new Refusal("Clients.Merge.OneActsForOther");
        var kind = fromOther.Contains(MergeField.Kind) ? other.Kind : Kind;
        if (IsOrganisation(kind) && Chosen(c => c.BirthDate, MergeField.BirthDate) is not null)
            throw new Refusal("Clients.Refusal.OrganisationBorn");
        if (!IsOrganisation(kind) && Chosen(c => c.RegistrationNumber, MergeField.RegistrationNumber) is not null)
            throw new Refusal("Clients.Refusal.PersonRegistered");

        var merge = new ClientMerge(Id, other.Id, by, at);
        var knownCodes = codes.Select(c => c.Hash).ToHashSet(StringComparer.Ordinal);
        TakeRows(other, merge, fromOther.Contains(MergeField.Name), at);
        foreach (var field in Enum.GetValues<MergeField>().Where(fromOther.Contains))
        {
            var (was, becomes) = (Read(field), other.Read(field));
            // A code this card knows as a former one stays a former one.
            if (was == becomes || (field == MergeField.Code && (becomes is null || knownCodes.Contains(becomes))))
                continue;
            if (field is MergeField.MainPhone or MergeField.MainEmail && becomes is null)
                continue;
            var row = field == MergeField.Name ? CurrentName : null;
            Write(field, becomes, field == MergeField.Name ? merge.NameRows : null, at);
            merge.Replace(field, was, becomes, row);
        }

        (other.State, other.MergedIntoId) = (ClientState.Merged, Id);
        Log(ClientEventKind.TookIn, by, at, became: Short(other.Name, ClientEvent.MaxValueLength));
        other.Log(ClientEventKind.Merged, by, at, became: Short(Name, ClientEvent.MaxValueLength));
        return merge;

        T? Chosen<T>(Func<Client, T?> value, MergeField field) => value(fromOther.Contains(field) ? other : this);
    }

    /// <summary>
    /// Undoes a merge: the other card is in use again as it was, and this one loses what came from it. What somebody changed or added on
    /// this card since then stays. Refused when it was undone already, and when this card became part of a third one meanwhile.
    /// </summary>
    /// <param name="merge">The merge to undo.</param>
    /// <param name="other">The card it took in.</param>
    /// <param name="standing">Other merges into this card that stand, with the cards they took in.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="at">Now, UTC.</param>
    public void GiveBack(ClientMerge merge, Client other, IReadOnlyCollection<(ClientMerge Merge, Client Other)> standing, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(merge);
        ArgumentNullException.ThrowIfNull(other);
        if (merge.UndoneAt is not null)
            throw new Refusal("Clients.Merge.AlreadyUndone");
        if (State == ClientState.Merged)
            throw new Refusal("Clients.Merge.UndoLaterFirst");
        RefuseIfOutOfUse();
        if (other.State != ClientState.Merged || other.MergedIntoId != Id || merge.SurvivorId != Id || merge.MergedId != other.Id)
            throw new Refusal("Clients.Merge.CannotUndo");

        var others = standing.Where(s => s.Merge.UndoneAt is null && s.Merge.Id != merge.Id).OrderBy(s => s.Merge.At).ToList();
        var later = others.Where(s => s.Merge.At > merge.At).ToList();
        foreach (var change in merge.Changes.Reverse())
        {
            // What this merge set, a later one replaced: that one goes back to what was before this one.
            if (later.SelectMany(l => l.Merge.Changes).FirstOrDefault(c => c.Field == change.Field) is { } next)
            {
                if (next.Was == change.Became)
                    next.GoBackTo(change);
            }
            else if (Read(change.Field) == change.Became)
            {
                Write(change.Field, change.Was, change.WasRowId is { } row ? [row] : null, at);
            }
        }

        foreach (var row in merge.Rows)
        {
            Drop(row);
            // Another merge may have taken this very row into use again; it takes its own now.
            foreach (var (stands, _) in row.WasRetiredAt is null ? others : [])
                stands.Forget(row.RowId);
        }

        // What they had in common came here once, with this merge or with another one.
        foreach (var (stands, taken) in others)
            TakeRows(taken, stands, withName: false, at);
        foreach (var kind in Enum.GetValues<ClientReachKind>())
        {
            if (!reaches.Any(r => r.Kind == kind && r.IsPrimary))
                reaches.FirstOrDefault(r => r.Kind == kind && r.RetiredAt is null)?.SetPrimary(true);
        }

        (other.State, other.MergedIntoId) = (ClientState.Active, null);
        merge.Undo(by, at);
        Log(ClientEventKind.MergeUndone, by, at, was: Short(other.Name, ClientEvent.MaxValueLength));
        other.Log(ClientEventKind.MergeUndone, by, at, was: Short(Name, ClientEvent.MaxValueLength));
    }

    /// <summary>Adds what this card has not yet and the merge has not taken before.</summary>
    private void TakeRows(Client other, ClientMerge merge, bool withName, DateTimeOffset at)
    {
        foreach (var name in other.names.Where(n => !merge.HasTaken(MergedPart.Name, n.Id)))
        {
            var isCurrent = name.Kind == ClientNameKind.Current;
            if (names.Any(n => n.Name == name.Name) && !(isCurrent && withName && name.Name != Name))
                continue;
            var copy = new ClientName(Id, name.Name, isCurrent ? ClientNameKind.Trade : name.Kind, name.From, name.To);
            names.Add(copy);
            merge.Add(MergedPart.Name, copy.Id, name.Id);
        }

        foreach (var reach in other.reaches.Where(r => !merge.HasTaken(MergedPart.Reach, r.Id)).OrderByDescending(r => r.IsPrimary).ToList())
            Take(reach, merge);
        foreach (var address in other.addresses.Where(a => !merge.HasTaken(MergedPart.Address, a.Id)))
        {
            if (addresses.Any(a => a.Kind == address.Kind && a.Elements == address.Elements && a.Addressee == address.Addressee && (a.RetiredAt is null || address.RetiredAt is not null)))
                continue;
            var copy = new ClientAddress(Id, address.Kind, address.Elements with { }, address.Addressee, address.AddedAt);
            if (address.RetiredAt is { } left)
                copy.Retire(left);
            addresses.Add(copy);
            merge.Add(MergedPart.Address, copy.Id, address.Id);
        }

        foreach (var code in other.codes.Where(c => !merge.HasTaken(MergedPart.Code, c.Id) && codes.All(mine => mine.Hash != c.Hash)).ToList())
        {
            var copy = new ClientCode(Id, new ProtectedCode(code.Cipher, code.Hash, code.LastFour), isCurrent: true, code.AddedAt);
            if (code.RetiredAt is not null || codes.Any(c => c.IsCurrent))
                copy.Retire(code.RetiredAt ?? at);
            codes.Add(copy);
            merge.Add(MergedPart.Code, copy.Id, code.Id);
        }

        foreach (var row in other.representatives.Where(r => r.RepresentativeId != Id && !merge.HasTaken(MergedPart.Representative, r.Id)))
        {
            if (representatives.Any(r => r.RepresentativeId == row.RepresentativeId && r.Document == row.Document && r.From == row.From))
                continue;
            var copy = new ClientRepresentative(Id, row.RepresentativeId, row.Scope, row.Document, row.From, row.To);
            if (row is { To: { } last, EndedAt: { } ended })
                copy.End(last, ended);
            representatives.Add(copy);
            merge.Add(MergedPart.Representative, copy.Id, row.Id);
        }

        foreach (var group in other.groups.Where(g => g.LeftAt is null && !merge.HasTaken(MergedPart.Group, g.Id)))
        {
            if (groups.Any(g => g.GroupId == group.GroupId && g.LeftAt is null))
                continue;
            var copy = new ClientGroup(Id, group);
            groups.Add(copy);
            merge.Add(MergedPart.Group, copy.Id, group.Id);
        }

        foreach (var note in other.notes.Where(n => !merge.HasTaken(MergedPart.Note, n.Id)))
        {
            var copy = new ClientNote(Id, note.Text, new Actor(note.AuthorId, note.AuthorName), note.At, token: null);
            notes.Add(copy);
            merge.Add(MergedPart.Note, copy.Id, note.Id);
        }
    }

    private void Take(ClientReach reach, ClientMerge merge)
    {
        var noneIsMain = !reaches.Any(r => r.Kind == reach.Kind && r.IsPrimary);
        if (reaches.FirstOrDefault(r => r.Kind == reach.Kind && r.Value == reach.Value) is { } mine)
        {
            if (mine.RetiredAt is not { } since || reach.RetiredAt is not null)
                return;
            mine.UseAgain(null, noneIsMain);
            merge.Add(MergedPart.Reach, mine.Id, reach.Id, since);
            return;
        }

        var copy = new ClientReach(Id, new ReachValue(reach.Kind, reach.Value, reach.Written), reach.Label, noneIsMain && reach.RetiredAt is null);
        if (reach.RetiredAt is { } retired)
            copy.Retire(retired);
        reaches.Add(copy);
        merge.Add(MergedPart.Reach, copy.Id, reach.Id);
    }

    private void Drop(MergedRow row)
    {
        switch (row.Part)
        {
            case MergedPart.Name:
                names.RemoveAll(n => n.Id == row.RowId && n.Kind != ClientNameKind.Current);
                break;
            case MergedPart.Reach when row.WasRetiredAt is { } since:
                reaches.FirstOrDefault(r => r.Id == row.RowId)?.Retire(since);
                break;
            case MergedPart.Reach:
                reaches.RemoveAll(r => r.Id == row.RowId);
                break;
            case MergedPart.Address:
                addresses.RemoveAll(a => a.Id == row.RowId);
                break;
            case MergedPart.Code:
                codes.RemoveAll(c => c.Id == row.RowId);
                break;
            case MergedPart.Representative:
                representatives.RemoveAll(r => r.Id == row.RowId);
                break;
            case MergedPart.Group:
                groups.RemoveAll(g => g.Id == row.RowId);
                break;
            case MergedPart.Note:
                notes.RemoveAll(n => n.Id == row.RowId);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(row));
        }
    }

    private string? Read(MergeField field) => field switch
    {
        MergeField.Kind => Kind.ToString(),
        MergeField.Name => Name,
        MergeField.Language => Language,
        MergeField.PreferredChannel => PreferredChannel?.ToString(),
        MergeField.BirthDate => Word(BirthDate),
        MergeField.Code => codes.SingleOrDefault(c => c.IsCurrent)?.Hash,
        MergeField.RegistrationNumber => RegistrationNumber,
        MergeField.VatNumber => VatByCode ? ByCode + VatNumber : VatNumber,
        MergeField.LegalForm => LegalForm,
        MergeField.Employee => EmployeeId?.ToString(),
        MergeField.HeardFrom => HeardFrom?.ToString(),
        MergeField.MainPhone => reaches.FirstOrDefault(r => r is { Kind: ClientReachKind.Phone, IsPrimary: true })?.Value,
        MergeField.MainEmail => reaches.FirstOrDefault(r => r is { Kind: ClientReachKind.Email, IsPrimary: true })?.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private void Write(MergeField field, string? value, IReadOnlyCollection<Guid>? preferred, DateTimeOffset at)
    {
        switch (field)
        {
            case MergeField.Kind:
                Kind = Enum.Parse<ClientKind>(value!);
                SortKey = SortKeyOf(Kind, Name);
                break;
            case MergeField.Name:
                TakeName(value!, preferred ?? []);
                break;
            case MergeField.Language:
                Language = value!;
                break;
            case MergeField.PreferredChannel:
                PreferredChannel = value is null ? null : Enum.Parse<Channel>(value);
                break;
            case MergeField.BirthDate:
                BirthDate = value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
            case MergeField.Code:
                codes.SingleOrDefault(c => c.IsCurrent)?.Retire(at);
                codes.FirstOrDefault(c => c.Hash == value)?.UseAgain();
                break;
            case MergeField.RegistrationNumber:
                RegistrationNumber = value;
                break;
            case MergeField.VatNumber:
                VatByCode = value?.StartsWith(ByCode, StringComparison.Ordinal) ?? false;
                VatNumber = VatByCode ? Blank(value![ByCode.Length..]) : value;
                break;
            case MergeField.LegalForm:
                LegalForm = value;
                break;
            case MergeField.Employee:
                EmployeeId = value is null ? null : Guid.Parse(value);
                break;
            case MergeField.HeardFrom:
                HeardFrom = value is null ? null : Enum.Parse<HeardFrom>(value);
                break;
            case MergeField.MainPhone:
                MakeMain(ClientReachKind.Phone, value);
                break;
            case MergeField.MainEmail:
                MakeMain(ClientReachKind.Email, value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field));
        }
    }

    /// <summary>One of the rows preferred becomes the current name; else any of that name.</summary>
    private void TakeName(string name, IReadOnlyCollection<Guid> preferred)
    {
        var current = names.SingleOrDefault(n => n.Kind == ClientNameKind.Current);
        if (name == Name && (preferred.Count == 0 || (current is not null && preferred.Contains(current.Id))))
            return;
        var next = names.FirstOrDefault(n => n.Name == name && preferred.Contains(n.Id))
            ?? names.FirstOrDefault(n => n.Name == name && n.Kind == ClientNameKind.Trade) ?? names.First(n => n.Name == name);
        current?.TurnInto(ClientNameKind.Trade);
        next.TurnInto(ClientNameKind.Current);
        Name = name;
        SortKey = SortKeyOf(Kind, Name);
    }

    private void MakeMain(ClientReachKind kind, string? value)
    {
        if (reaches.FirstOrDefault(r => r.Kind == kind && r.Value == value && r.RetiredAt is null) is not { } main)
            return;
        foreach (var reach in reaches.Where(r => r.Kind == kind))
            reach.SetPrimary(reach == main);
    }

    private Guid? CurrentName => names.SingleOrDefault(n => n.Kind == ClientNameKind.Current)?.Id;

    private static bool IsOrganisation(ClientKind kind) => kind is ClientKind.LegalPerson or ClientKind.Institution;
}
