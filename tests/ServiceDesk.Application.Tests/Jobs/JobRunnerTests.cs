using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Jobs;

/// <summary>Several nodes are several houses on one database, each with its own runner.</summary>
public class JobRunnerTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Theory, EachDatabase]
    public async Task A_due_job_runs_and_its_row_tells_what_came_of_it(Engine engine)
    {
        var job = new Counter();
        await using var node = await NodeAsync(engine, job);

        await node.StartJobsAsync();
        await UntilAsync(() => HoldsAsync(node, r => r.LastSucceededAt != null));
        await node.StopJobsAsync();

        var row = await RowAsync(node);
        Assert.Equal("counted to 1", row.LastResult);
        Assert.Null(row.LastError);
        Assert.Null(row.ClaimedUntil);
        Assert.Equal(node.Time.Now + job.Every, row.NextRunAt);
        Assert.Equal(JobState.Fine, row.StateAt(node.Time.Now));
    }

    [Theory, EachDatabase]
    public async Task A_job_that_fails_says_why_and_is_tried_again_after_its_pause(Engine engine)
    {
        var job = new Counter { Fault = "The mail server is away." };
        await using var node = await NodeAsync(engine, job);

        await node.StartJobsAsync();
        await UntilAsync(() => HoldsAsync(node, r => r.LastError != null));
        Assert.Equal("InvalidOperationException: The mail server is away.", (await RowAsync(node)).LastError);
        Assert.Equal(JobState.Failed, (await RowAsync(node)).StateAt(node.Time.Now));

        job.Fault = null;
        node.Time.Advance(job.Every);
        await UntilAsync(() => HoldsAsync(node, r => r.LastError == null && r.LastSucceededAt != null));
        await node.StopJobsAsync();

        Assert.NotNull((await RowAsync(node)).LastSucceededAt);
    }

    [Theory, EachDatabase]
    public async Task Three_nodes_never_run_a_job_twice_at_once(Engine engine)
    {
        var job = new Counter { Takes = TimeSpan.FromMilliseconds(20), Pause = TimeSpan.Zero };
        await using var first = await NodeAsync(engine, job);
        await using var second = new Node(await databases.OpenAsync(engine, Node.Services(job), first.Time));
        await using var third = new Node(await databases.OpenAsync(engine, Node.Services(job), first.Time));

        await Task.WhenAll(first.StartJobsAsync(), second.StartJobsAsync(), third.StartJobsAsync());
        await UntilAsync(() => Task.FromResult(job.Runs >= 20));
        await Task.WhenAll(first.StopJobsAsync(), second.StopJobsAsync(), third.StopJobsAsync());

        Assert.Equal(1, job.MostAtOnce);
    }

    [Theory, EachDatabase]
    public async Task The_job_of_a_node_that_died_is_taken_over_when_its_claim_has_run_out(Engine engine)
    {
        var job = new Counter();
        await using var node = await NodeAsync(engine, job);
        await node.House.RunAsync(async (IServiceDeskDb db) =>
        {
            db.Set<JobRun>().Add(new JobRun("Counter", node.Time.Now));
            await db.SaveChangesAsync();
            await db.Set<JobRun>().ExecuteUpdateAsync(s => s.SetProperty(r => r.ClaimedUntil, node.Time.Now.AddMinutes(2)).SetProperty(r => r.Node, "dead"));
        });

        await node.StartJobsAsync();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(0, job.Runs);
        node.Time.Advance(TimeSpan.FromMinutes(3));
        await UntilAsync(() => Task.FromResult(job.Runs == 1));
        await node.StopJobsAsync();
    }

    [Theory, EachDatabase]
    public async Task A_job_for_office_hours_waits_for_the_morning_unless_somebody_asks_for_it(Engine engine)
    {
        var job = new Counter { Office = true };
        await using var node = await NodeAsync(engine, job);
        node.Time.SetLocal(2026, 6, 13, 11); // a Saturday

        await node.StartJobsAsync();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(0, job.Runs);

        Assert.True(await node.House.RunAsync((IJobBoard board) => board.TriggerAsync("Counter", CancellationToken.None)));
        await UntilAsync(() => Task.FromResult(job.Runs == 1));

        node.Time.SetLocal(2026, 6, 15, 10); // Monday, open
        await UntilAsync(() => Task.FromResult(job.Runs == 2));
        await node.StopJobsAsync();
    }

    [Theory, EachDatabase]
    public async Task A_stopping_node_hands_its_job_back(Engine engine)
    {
        var job = new Counter { Takes = TimeSpan.FromMinutes(10) };
        await using var node = await NodeAsync(engine, job);
        await node.StartJobsAsync();
        await UntilAsync(() => Task.FromResult(job.Runs == 1));

        await node.StopJobsAsync();

        var row = await RowAsync(node);
        Assert.Null(row.ClaimedUntil);
        Assert.Null(row.LastFinishedAt);
        Assert.True(row.NextRunAt <= node.Time.Now);
    }

    [Theory, EachDatabase]
    public async Task A_training_clock_set_back_does_not_stop_the_jobs(Engine engine)
    {
        var job = new Counter();
        await using var node = await NodeAsync(engine, job);
        await node.StartJobsAsync();
        await UntilAsync(() => Task.FromResult(job.Runs == 1));

        node.Time.Advance(TimeSpan.FromDays(-30));

        await UntilAsync(() => Task.FromResult(job.Runs == 2));
        await node.StopJobsAsync();
    }

    [Theory, EachDatabase]
    public async Task Nobody_can_ask_for_a_job_that_does_not_exist(Engine engine)
    {
        await using var node = await NodeAsync(engine, new Counter());
        Assert.False(await node.House.RunAsync((IJobBoard board) => board.TriggerAsync("Nonsense", CancellationToken.None)));
    }

    private async Task<Node> NodeAsync(Engine engine, Counter job)
    {
        var node = new Node(await databases.OpenAsync(engine, Node.Services(job)));
        await node.House.RunAsync(async (IServiceDeskDb db) => await db.Set<JobRun>().ExecuteDeleteAsync());
        return node;
    }

    private static Task<JobRun> RowAsync(Node node) => node.House.RunAsync((IServiceDeskDb db) => db.Set<JobRun>().AsNoTracking().SingleAsync(r => r.Name == "Counter"));

    private static Task<bool> HoldsAsync(Node node, Expression<Func<JobRun, bool>> condition) =>
        node.House.RunAsync((IServiceDeskDb db) => db.Set<JobRun>().Where(r => r.Name == "Counter").AnyAsync(condition));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
            await Task.Delay(50, patience.Token);
    }
}
