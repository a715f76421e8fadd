using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Cases;

public class ContactTests
{
    [Theory]
    [InlineData("ilze.kalnina@pasts.example", "i•••••a@pasts.example")]
    [InlineData("ab@pasts.example", "•••••@pasts.example")]
    [InlineData("a@pasts.example", "•••••@pasts.example")]
    public void A_masked_address_shows_the_ends_only(string email, string masked) => Assert.Equal(masked, new Contact { Email = email }.MaskedEmail);

    [Theory]
    [InlineData("bez-at.example")]
    [InlineData("@pasts.example")]
    [InlineData("ilze@")]
    [InlineData("divas@zīmes@pasts.example")]
    [InlineData("ar atstarpi@pasts.example")]
    [InlineData("rinda\r\nBcc:cits@pasts.example")]
    [InlineData("divi@pasts.example,otrs@pasts.example")]
    public void An_address_no_mail_reaches_is_refused(string email) =>
        Assert.Equal("Cases.Refusal.EmailUnusable", Assert.Throws<Refusal>(() => new Contact { Email = email }.Normalised()).Key);

    [Theory]
    [InlineData("ilze@pasts.example")]
    [InlineData("jānis@pašvaldība.example")]
    [InlineData("a+b@localhost")]
    public void Ordinary_and_Latvian_addresses_are_taken(string email) => Assert.Equal(email, new Contact { Email = $" {email} " }.Normalised().Email);

    [Fact]
    public void Blank_parts_are_nothing_and_nothing_at_all_is_anonymous() =>
        Assert.True(new Contact { Name = " ", Email = "", Phone = null, Address = "\t" }.Normalised().IsAnonymous);
}

public class AccessKeyTests
{
    [Fact]
    public void A_key_has_no_letters_that_look_alike()
    {
        var keys = Enumerable.Range(0, 2000).Select(_ => AccessKey.New()).ToList();
        Assert.All(keys, k => Assert.Matches("^[2-9A-HJ-KM-NP-Z]{8}$", k));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Theory]
    [InlineData("H6TW-3NQ8")]
    [InlineData("h6tw3nq8")]
    [InlineData(" H6TW 3NQ8 ")]
    public void A_key_matches_however_it_is_typed(string typed) => Assert.True(AccessKey.Matches("H6TW3NQ8", typed));

    [Theory]
    [InlineData("H6TW-3NQ9")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("H6TW-3NQ88")]
    public void Anything_else_does_not(string? typed) => Assert.False(AccessKey.Matches("H6TW3NQ8", typed));
}

public class RegisterTests
{
    [Fact]
    public void A_number_follows_the_mask() =>
        Assert.Equal("4.1-5/26/1482", new Register(Register.Cases, "Reģistrs", "4.1-5", "{index}/{yy}/{seq}").Format(2026, 1482));

    [Fact]
    public void A_mask_without_a_sequence_is_refused() =>
        Assert.Equal("Cases.Refusal.MaskNeedsSequence", Assert.Throws<Refusal>(() => new Register("x", "Reģistrs", "1", "{index}/{yy}")).Key);
}

public class OutgoingMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 18, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_letter_is_tried_again_after_growing_pauses_and_then_given_up()
    {
        var letter = new Domain.Correspondence.OutgoingMessage(null, null, "a@pasts.example", "Temats", "Teksts", Now, Now);
        var pauses = new List<double>();
        for (var i = 0; i < Domain.Correspondence.OutgoingMessage.MaxAttempts; i++)
        {
            letter.MarkFailed("nav pieejams", isFinal: false, Now);
            pauses.Add((letter.NotBefore - Now).TotalMinutes);
        }

        Assert.Equal([1, 4, 16, 64, 256, 256], pauses);
        Assert.Equal(Domain.Correspondence.OutgoingState.Failed, letter.State);
    }

    [Fact]
    public void A_refusal_that_no_repetition_cures_is_final_at_once()
    {
        var letter = new Domain.Correspondence.OutgoingMessage(null, null, "a@pasts.example", "Temats", "Teksts", Now, Now);
        letter.MarkFailed("nav tādas pastkastes", isFinal: true, Now);
        Assert.Equal(Domain.Correspondence.OutgoingState.Failed, letter.State);
    }
}
