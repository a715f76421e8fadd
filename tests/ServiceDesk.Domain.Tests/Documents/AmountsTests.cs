using ServiceDesk.Domain.Documents.Amounts;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Documents;

public class AmountsTests
{
    [Theory]
    [InlineData(0, "nulle")]
    [InlineData(1, "viens")]
    [InlineData(11, "vienpadsmit")]
    [InlineData(20, "divdesmit")]
    [InlineData(21, "divdesmit viens")]
    [InlineData(100, "viens simts")]
    [InlineData(530, "pieci simti trīsdesmit")]
    [InlineData(1000, "viens tūkstotis")]
    [InlineData(2019, "divi tūkstoši deviņpadsmit")]
    [InlineData(11_000, "vienpadsmit tūkstoši")]
    [InlineData(21_001, "divdesmit viens tūkstotis viens")]
    [InlineData(100_000, "viens simts tūkstoši")]
    [InlineData(999_999, "deviņi simti deviņdesmit deviņi tūkstoši deviņi simti deviņdesmit deviņi")]
    public void Numbers_have_Latvian_words(int number, string words) => Assert.Equal(words, LatvianWords.Of(number));

    [Fact]
    public void Every_number_below_a_million_is_read_back_from_its_words()
    {
        for (var number = 0; number < LatvianWords.Limit; number++)
        {
            if (Read(LatvianWords.Of(number)) != number)
                Assert.Fail($"{number}: {LatvianWords.Of(number)}");
        }
    }

    [Theory]
    [InlineData(0, "nulle euro un 00 centi")]
    [InlineData(530.40, "pieci simti trīsdesmit euro un 40 centi")]
    [InlineData(1.01, "viens euro un 01 cents")]
    [InlineData(2.11, "divi euro un 11 centi")]
    [InlineData(10.21, "desmit euro un 21 cents")]
    [InlineData(0.995, "viens euro un 00 centi")]
    [InlineData(999_999.99, "deviņi simti deviņdesmit deviņi tūkstoši deviņi simti deviņdesmit deviņi euro un 99 centi")]
    public void Sums_have_Latvian_words(double amount, string words) => Assert.Equal(words, LatvianWords.Euro((decimal)amount));

    [Fact]
    public void What_is_too_large_or_negative_has_no_words()
    {
        Assert.Null(LatvianWords.Euro(999_999.995m));
        Assert.Null(LatvianWords.Euro(-0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatvianWords.Of(1_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatvianWords.Of(-1));
    }

    [Theory]
    [InlineData(1000, 0.1, 14, null, 14.00)]
    [InlineData(333.33, 0.05, 7, null, 1.17)] // 1.166655
    [InlineData(100, 0.005, 1, null, 0.01)] // half a cent goes up
    [InlineData(1000, 0.5, 60, 10.0, 100.00)] // the cap
    [InlineData(1000, 0.5, 10, 10.0, 50.00)]
    [InlineData(1000, 0.5, 0, null, 0)]
    public void A_penalty_is_rate_times_days_times_amount_to_cents_and_no_more_than_its_cap(double amount, double rate, int days, double? cap, double penalty) =>
        Assert.Equal((decimal)penalty, Money.Penalty((decimal)amount, (decimal)rate, days, (decimal?)cap));

    [Theory]
    [InlineData(-1, 1, 1, null)]
    [InlineData(1, -1, 1, null)]
    [InlineData(1, 1, -1, null)]
    [InlineData(1, 1, 1, -1.0)]
    public void A_penalty_of_something_negative_is_refused(double amount, double rate, int days, double? cap) =>
        Assert.Equal("Documents.Refusal.NegativePenalty", Assert.Throws<Refusal>(() => Money.Penalty((decimal)amount, (decimal)rate, days, (decimal?)cap)).Key);

    [Fact]
    public void Delay_begins_on_the_day_after_the_due_day()
    {
        var due = new DateOnly(2026, 11, 20);
        Assert.Equal((0, 1, 10), (Money.DaysLate(due, due), Money.DaysLate(due, due.AddDays(1)), Money.DaysLate(due, due.AddDays(10))));
        Assert.Equal(0, Money.DaysLate(due, due.AddDays(-3)));
    }

    [Fact]
    public void A_contract_computes_its_tax_and_total_and_a_free_one_has_none()
    {
        var contract = new ContractBody { Price = 99.99m, VatRate = 21 };
        Assert.Equal((21.00m, 120.99m), (contract.Vat, contract.Total));
        Assert.Equal((0m, 99.99m), ((contract with { VatRate = null }).Vat, (contract with { VatRate = null }).Total));
        Assert.Equal(0, (contract with { IsFree = true }).Total);
    }

    [Fact]
    public void A_claim_adds_its_lines_and_the_penalty()
    {
        var claim = new ClaimBody
        {
            Calculation = [new("Nesniegta izvešana", 36, 6.40m), new("Līgumsods par izlaistu reizi", 2, 150)],
            PenaltyOf = 1000,
            PenaltyRate = 0.1m,
            PenaltyDueOn = new(2026, 11, 5),
            PenaltyUntil = new(2026, 11, 12),
        };
        Assert.Equal((7, 7.00m, 537.40m), (claim.PenaltyDays, claim.Penalty, claim.Total));
        Assert.Equal((0m, 530.40m), ((claim with { PenaltyUntil = null }).Penalty, (claim with { PenaltyUntil = null }).Total));
    }

    [Theory] // two working days to receive it, then those of the contract; free days do not count
    [InlineData("2026-11-24", 10, "2026-12-10")]
    [InlineData("2026-12-18", 5, "2027-01-04")]
    public void An_answer_is_due_so_many_working_days_after_the_claim_counts_as_received(string sentOn, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), ClaimBody.AnswerDueOn(Deadlines.Latvia.Calendar, Deadlines.Latvia.Day(sentOn), days));

    private static int Read(string words)
    {
        string[] small = ["nulle", "viens", "divi", "trīs", "četri", "pieci", "seši", "septiņi", "astoņi", "deviņi"];
        var (total, group) = (0, 0);
        var last = 0;
        foreach (var word in words.Split(' '))
        {
            if (word is "tūkstotis" or "tūkstoši")
                (total, group, last) = (total + (group + last) * 1000, 0, 0);
            else if (word is "simts" or "simti")
                (group, last) = (group + last * 100, 0);
            else if (word == "desmit")
                last += 10;
            else if (word.EndsWith("padsmit", StringComparison.Ordinal))
                last += 10 + Array.FindIndex(small, s => s.StartsWith(word[..^7], StringComparison.Ordinal) && word[..^7].Length > 2);
            else if (word.EndsWith("desmit", StringComparison.Ordinal))
                last += 10 * Array.FindIndex(small, s => s.StartsWith(word[..^6], StringComparison.Ordinal));
            else
                last += Array.IndexOf(small, word);
        }

        return total + group + last;
    }
}
