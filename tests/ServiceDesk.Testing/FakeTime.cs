namespace ServiceDesk.Testing;

/// <summary>A clock that stands until it is moved. Begins on Thursday, 18 June 2026, at nine in the morning in Riga.</summary>
public sealed class FakeTime : TimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 6, 18, 6, 0, 0, TimeSpan.Zero);

    private long ticks = Beginning.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;

    /// <summary>Moves to a local wall-clock time in Riga.</summary>
    public void SetLocal(int year, int month, int day, int hour = 9, int minute = 0) =>
        Now = Domain.Shared.LocalTime.Riga.ToUtc(new DateTime(year, month, day, hour, minute, 0));
}
