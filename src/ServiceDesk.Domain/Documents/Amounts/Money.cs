using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Documents.Amounts;

/// <summary>Sums of documents, in euro with cents. Halves of a cent go up, as on invoices.</summary>
public static class Money
{
    /// <summary>The largest amount a document takes, euro.</summary>
    public const decimal Most = 999_999_999.99m;

    /// <summary>Rounded to cents.</summary>
    public static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Value-added tax on a price without it.</summary>
    /// <param name="price">Price without the tax, euro.</param>
    /// <param name="rate">Rate in percent, 21 for 21 %.</param>
    public static decimal Vat(decimal price, decimal rate) => Cents(price * rate / 100);

    /// <summary>
    /// Contractual penalty: rate × days × amount, to cents, at most the cap. Refuses a negative amount, rate, number of days or cap.
    /// </summary>
    /// <param name="amount">What it is counted of, euro.</param>
    /// <param name="rate">Percent for each day, 0.1 for 0.1 %.</param>
    /// <param name="days">Days of delay.</param>
    /// <param name="cap">The most in percent of the amount; null without a cap.</param>
    public static decimal Penalty(decimal amount, decimal rate, int days, decimal? cap = null)
    {
        if (amount < 0 || rate < 0 || days < 0 || cap < 0)
            throw new Refusal("Documents.Refusal.NegativePenalty");
        var full = Cents(amount * rate * days / 100);
        return cap is { } most ? Math.Min(full, Cents(amount * most / 100)) : full;
    }

    /// <summary>Days of delay: the day after the due day is the first, the last one counts too. None when nothing was late.</summary>
    /// <param name="dueOn">The day it should have been done by.</param>
    /// <param name="until">The last day of delay.</param>
    public static int DaysLate(DateOnly dueOn, DateOnly until) => Math.Max(0, until.DayNumber - dueOn.DayNumber);
}
