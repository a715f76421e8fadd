using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Processing;

/// <summary>Controller and officer as they are from now on.</summary>
public sealed record SaveProcessingRecord(string? Controller, string? ControllerContact, string? Officer, string? OfficerContact, string? JointControllers, string? Security, int? Version);

/// <summary>The municipality's fields of one activity as they are from now on.</summary>
public sealed record SaveProcessingEntry(string Activity, string? Processors, string? Transfers, string? Recipients, string? Security, string? Remark, int? Version);

/// <summary>Saves the municipality's part of the record of processing, with its history.</summary>
public sealed class SaveProcessingHandler(IServiceDeskDb db, ProtectionEditor editor, ChangeLog log)
{
    /// <summary>Key of the record in the history.</summary>
    public const string RecordKey = "record";

    /// <summary>Saves controller and officer.</summary>
    public async Task HandleAsync(SaveProcessingRecord command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.KeepProcessingRecord);
        var record = await db.Set<ProcessingRecord>().SingleAsync(cancellationToken);
        ProtectionEditor.RefuseIfStale(record, command.Version);
        var before = Values(record);
        record.Set(command.Controller, command.ControllerContact, command.Officer, command.OfficerContact, command.JointControllers, command.Security);
        log.Record(ChangedThing.ProcessingRecord, RecordKey, record.Controller, before, Values(record));
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Saves the fields of one activity. Refused for an activity the code does not know.</summary>
    public async Task HandleAsync(SaveProcessingEntry command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.KeepProcessingRecord);
        var activity = ProcessingActivities.All.FirstOrDefault(a => a.Code == command.Activity) ?? throw new Refusal("Protection.Refusal.ActivityUnknown");
        var entry = await db.Set<ProcessingEntry>().SingleOrDefaultAsync(e => e.Activity == activity.Code, cancellationToken);
        // A page without an entry showed version 0, which a new entry has.
        if (entry is null)
            db.Set<ProcessingEntry>().Add(entry = new ProcessingEntry(activity.Code));
        else
            ProtectionEditor.RefuseIfStale(entry, command.Version ?? -1);
        var before = Values(entry);
        entry.Set(command.Processors, command.Transfers, command.Recipients, command.Security, command.Remark);
        log.Record(ChangedThing.ProcessingRecord, activity.Code, ShowProcessingHandler.NameOf(activity, Texts.In("lv")), before, Values(entry));
        await editor.SaveAsync(cancellationToken);
    }

    private static ChangeValues Values(ProcessingRecord r) => new ChangeValues().With(ChangedField.Controller, r.Controller).With(ChangedField.ControllerContact, r.ControllerContact)
        .With(ChangedField.Officer, r.Officer).With(ChangedField.OfficerContact, r.OfficerContact).With(ChangedField.JointControllers, r.JointControllers).With(ChangedField.Security, r.Security);

    private static ChangeValues Values(ProcessingEntry e) => new ChangeValues().With(ChangedField.Processors, e.Processors).With(ChangedField.Transfers, e.Transfers)
        .With(ChangedField.Recipients, e.Recipients).With(ChangedField.Security, e.Security).With(ChangedField.Remark, e.Remark);
}
