using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;

namespace ServiceDesk.Domain.Tests.Clients;

/// <summary>Identifiers of persons, firms, accounts, phones and places. Codes are synthetic or from the documentation of libraries.</summary>
public class IdentifierTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("161175-19997", "1975-11-16")]
    [InlineData("150388-00129", "1888-03-15")]
    [InlineData("290284-00110", "1884-02-29")]
    [InlineData("150388-00090", "1888-03-15")] // remainder 10 written as 0
    [InlineData(" 161175 – 19997 ", "1975-11-16")]
    [InlineData("16117519997", "1975-11-16")]
    public void A_code_of_the_old_format_tells_the_date_of_birth(string text, string born)
    {
        var check = PersonalCode.Check(text, Today);
        Assert.Empty(check.Warnings);
        Assert.Equal(PersonalCodeFormat.Dated, check.Value!.Format);
        Assert.Equal(DateOnly.ParseExact(born, "yyyy-MM-dd"), check.Value.BornOn);
        Assert.True(check.Value.CheckDigitAgrees);
    }

    [Theory]
    [InlineData("161375-19997", "Clients.Code.NoSuchDate")] // month 13
    [InlineData("290283-00110", "Clients.Code.NoSuchDate")] // 29.02.1883 does not exist
    [InlineData("310000-00000", "Clients.Code.NoSuchDate")] // day 31, month 00
    [InlineData("161175-39997", "Clients.Code.NoSuchDate")] // no such century
    [InlineData("000000-00000", "Clients.Code.NoSuchDate")]
    [InlineData("211126-20000", "Clients.Code.BornInFuture")]
    [InlineData("400035-21600", "Clients.Code.Organisation")]
    [InlineData("161175-1999", "Clients.Code.Length")]
    [InlineData("161175-199977", "Clients.Code.Length")]
    [InlineData("16117X-19997", "Clients.Code.NotDigits")]
    [InlineData("١٦١١٧٥-١٩٩٩٧", "Clients.Code.NotDigits")] // digits of another script
    [InlineData("=161175-19997", "Clients.Code.NotDigits")]
    [InlineData("🙂", "Clients.Code.NotDigits")]
    [InlineData("", "Clients.Code.NotDigits")]
    [InlineData(null, "Clients.Code.NotDigits")]
    public void A_code_that_cannot_be_is_refused(string? text, string error)
    {
        var check = PersonalCode.Check(text, Today);
        Assert.Null(check.Value);
        Assert.Equal(error, check.Error);
    }

    [Fact]
    public void A_check_digit_that_differs_is_a_warning()
    {
        var check = PersonalCode.Check("161175-19996", Today);
        Assert.Equal(["Clients.Code.CheckDigit"], check.Warnings);
        Assert.Equal("16117519996", check.Value!.Digits);
    }

    [Fact]
    public void A_remainder_of_ten_is_a_warning_where_the_habit_is_switched_off() =>
        Assert.Equal(["Clients.Code.CheckDigit"], PersonalCode.Check("150388-00090", Today, tenIsZero: false).Warnings);

    [Theory]
    [InlineData("328673-00679", true)]
    [InlineData("320000-00008", true)]
    [InlineData("320000-00001", false)]
    [InlineData("340000-00007", true)]
    [InlineData("399999-99999", null)]
    public void A_code_of_the_new_format_says_nothing_and_its_last_digit_is_no_reason_to_warn(string text, bool? agrees)
    {
        var check = PersonalCode.Check(text, Today);
        Assert.Empty(check.Warnings);
        Assert.Equal(PersonalCodeFormat.Random, check.Value!.Format);
        Assert.Null(check.Value.BornOn);
        if (agrees is { } expected)
            Assert.Equal(expected, check.Value.CheckDigitAgrees);
    }

    [Fact]
    public void Whoever_is_born_today_has_a_code_and_tomorrow_is_the_future()
    {
        Assert.True(PersonalCode.Check("201126-20000", Today).IsValid);
        Assert.False(PersonalCode.Check("211126-20000", Today).IsValid);
    }

    [Fact]
    public void A_code_is_masked_wherever_it_is_written_out_by_itself()
    {
        var code = PersonalCode.Check("161175-19997", Today).Value!;
        Assert.Equal("161175-19997", code.Written);
        Assert.Equal("••••••-•9997", code.ToString());
        Assert.Equal("••••••-•9997", PersonalCode.Mask(code.LastFour));
    }

    [Theory]
    [InlineData("40003521600")]
    [InlineData("40003032949")]
    [InlineData("40003584818")]
    [InlineData("90000038741")]
    [InlineData("90009114646")]
    [InlineData("90000043649")]
    [InlineData("90009118031")]
    [InlineData("90000048152")]
    [InlineData(" 4000 352 1600 ")]
    public void A_registration_number_with_its_check_digit_passes(string text)
    {
        var check = RegistrationNumber.Check(text);
        Assert.True(check.IsValid);
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData("40003521601")]
    [InlineData("90000038742")]
    public void A_registration_number_with_another_check_digit_is_a_warning(string text)
    {
        var check = RegistrationNumber.Check(text);
        Assert.True(check.IsValid);
        Assert.Equal(["Clients.RegistrationNumber.CheckDigit"], check.Warnings);
    }

    [Theory]
    [InlineData("4000352160", "Clients.RegistrationNumber.Length")]
    [InlineData("16117519997", "Clients.RegistrationNumber.FirstDigit")]
    [InlineData("60003521600", "Clients.RegistrationNumber.FirstDigit")]
    [InlineData("LV40003521600", "Clients.RegistrationNumber.NotDigits")]
    [InlineData("", "Clients.RegistrationNumber.NotDigits")]
    public void A_registration_number_of_another_shape_is_refused(string text, string error) => Assert.Equal(error, RegistrationNumber.Check(text).Error);

    [Theory]
    [InlineData("LV40003521600", "LV40003521600")]
    [InlineData("lv 4000 3521 600", "LV40003521600")]
    public void A_vat_number_is_the_country_and_the_registration_number(string text, string value)
    {
        var check = VatNumber.Check(text, Today);
        Assert.Equal(value, check.Value!.Value);
        Assert.Null(check.Value.Code);
        Assert.Empty(check.Warnings);
    }

    [Fact]
    public void A_vat_number_of_a_person_is_the_personal_code_and_stays_masked()
    {
        var check = VatNumber.Check("LV16117519997", Today);
        Assert.Equal("16117519997", check.Value!.Code!.Digits);
        Assert.Equal("LV••••••-•9997", check.Value.ToString());
    }

    [Theory]
    [InlineData("LV40003521601", "Clients.RegistrationNumber.CheckDigit")]
    [InlineData("LV16117519996", "Clients.Code.CheckDigit")]
    [InlineData("EE100594102", "Clients.Vat.Foreign")]
    public void A_vat_number_warns_of_what_its_number_warns_of(string text, string warning) => Assert.Equal([warning], VatNumber.Check(text, Today).Warnings);

    [Theory]
    [InlineData("40003521600", "Clients.Vat.Format")]
    [InlineData("LV4000352160", "Clients.Vat.Format")]
    [InlineData("LV4000352160X", "Clients.Vat.Format")]
    [InlineData("LV16137519997", "Clients.Code.NoSuchDate")]
    [InlineData("", "Clients.Vat.Format")]
    public void A_vat_number_of_another_shape_is_refused(string text, string error) => Assert.Equal(error, VatNumber.Check(text, Today).Error);

    [Theory]
    [InlineData("LV80BANK0000435195001", "LV80 BANK 0000 4351 9500 1")]
    [InlineData("LV69TEST0000000000001", "LV69 TEST 0000 0000 0000 1")]
    [InlineData("lv71 haba 0551 0000 0000 0", "LV71 HABA 0551 0000 0000 0")]
    [InlineData("DE89370400440532013000", "DE89 3704 0044 0532 0130 00")]
    public void An_account_number_is_shown_in_groups_of_four(string text, string written) => Assert.Equal(written, Iban.Check(text).Value!.Written);

    [Theory]
    [InlineData("LV70TEST0000000000001", "Clients.Iban.CheckDigits")]
    [InlineData("LV80BANK000043519500", "Clients.Iban.LatvianFormat")]
    [InlineData("LV8012340000435195001", "Clients.Iban.LatvianFormat")]
    [InlineData("DE89370400440532013001", "Clients.Iban.CheckDigits")]
    [InlineData("1234", "Clients.Iban.Format")]
    [InlineData("", "Clients.Iban.Format")]
    public void A_wrong_account_number_is_refused(string text, string error) => Assert.Equal(error, Iban.Check(text).Error);

    [Theory]
    [InlineData("67970849", "+37167970849", PhoneKind.Fixed)]
    [InlineData("+371 67 970 849", "+37167970849", PhoneKind.Fixed)]
    [InlineData("(371) 67970849", "+37167970849", PhoneKind.Fixed)]
    [InlineData("0037167970849", "+37167970849", PhoneKind.Fixed)]
    [InlineData("371-6797-0849", "+37167970849", PhoneKind.Fixed)]
    [InlineData("2910 2938", "+37129102938", PhoneKind.Mobile)]
    [InlineData("80000388", "+37180000388", PhoneKind.Special)]
    [InlineData("+49 (30) 901820", "+4930901820", PhoneKind.Foreign)]
    [InlineData("0044 20 7946 0958", "+442079460958", PhoneKind.Foreign)]
    public void A_phone_number_is_kept_with_its_country(string text, string value, PhoneKind kind)
    {
        var check = PhoneNumber.Check(text);
        Assert.Equal((value, kind), (check.Value!.Value, check.Value.Kind));
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData("90001234", "Clients.Phone.Premium", PhoneKind.Premium)]
    [InlineData("112", "Clients.Phone.Short", PhoneKind.Short)]
    [InlineData("110", "Clients.Phone.Short", PhoneKind.Short)]
    [InlineData("113", "Clients.Phone.Short", PhoneKind.Short)]
    [InlineData("116111", "Clients.Phone.Short", PhoneKind.Short)]
    public void A_number_nobody_calls_back_is_a_warning(string text, string warning, PhoneKind kind)
    {
        var check = PhoneNumber.Check(text);
        Assert.Equal([warning], check.Warnings);
        Assert.Equal(kind, check.Value!.Kind);
    }

    [Theory]
    [InlineData("6797084", "Clients.Phone.Length")]
    [InlineData("679708490", "Clients.Phone.Length")]
    [InlineData("+371 6797084", "Clients.Phone.Length")]
    [InlineData("37970849", "Clients.Phone.Unknown")]
    [InlineData("91234567", "Clients.Phone.Unknown")]
    [InlineData("+12345", "Clients.Phone.Foreign")]
    [InlineData("zvaniet vakarā", "Clients.Phone.NotDigits")]
    [InlineData("", "Clients.Phone.NotDigits")]
    public void A_phone_number_that_cannot_be_is_refused(string text, string error) => Assert.Equal(error, PhoneNumber.Check(text).Error);

    [Fact]
    public void A_number_of_this_country_is_shown_without_it()
    {
        Assert.Equal("67970849", PhoneNumber.Check("+37167970849").Value!.Written);
        Assert.Equal("+4930901820", PhoneNumber.Check("+49 30 901820").Value!.Written);
    }

    [Theory]
    [InlineData("2150", "LV-2150", "21")]
    [InlineData("LV2150", "LV-2150", "21")]
    [InlineData("lv - 1050", "LV-1050", "10")]
    [InlineData("LV-3001", "LV-3001", "30")]
    public void A_postal_code_is_written_with_the_country(string text, string value, string region)
    {
        var code = PostalCode.Check(text).Value!;
        Assert.Equal((value, region), (code.Value, code.Region));
    }

    [Theory]
    [InlineData("215")]
    [InlineData("21500")]
    [InlineData("LV-21A0")]
    [InlineData("")]
    public void A_postal_code_has_four_digits(string text) => Assert.Equal("Clients.PostalCode.Format", PostalCode.Check(text).Error);

    [Theory]
    [InlineData("_DEFAULT@90000048152", "_DEFAULT@90000048152")]
    [InlineData("_default@40003521600", "_DEFAULT@40003521600")]
    [InlineData("40003521600", "_DEFAULT@40003521600")]
    public void An_e_address_of_a_body_carries_its_number(string text, string value) => Assert.Equal(value, EAddress.Check(text, Today).Value!.Value);

    [Fact]
    public void An_e_address_of_a_person_does_not_carry_the_code()
    {
        var check = EAddress.Check("_DEFAULT@161175-19997", Today);
        Assert.Equal("_DEFAULT@", check.Value!.Value);
        Assert.Equal("16117519997", check.Value.Code!.Digits);
    }

    [Theory]
    [InlineData("someone@pasts.example")]
    [InlineData("_DEFAULT@123")]
    [InlineData("")]
    public void An_e_address_has_no_other_shape(string text) => Assert.Equal("Clients.EAddress.Format", EAddress.Check(text, Today).Error);

    [Fact] // whatever is typed, a check answers with a value or a sentence
    public void Nothing_typed_breaks_a_check()
    {
        var typed = ArbMap.Default.ArbFor<string>();
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(typed, text =>
            PersonalCode.Check(text, Today).IsValid != (PersonalCode.Check(text, Today).Error is not null)
            && RegistrationNumber.Check(text).IsValid != (RegistrationNumber.Check(text).Error is not null)
            && VatNumber.Check(text, Today).IsValid != (VatNumber.Check(text, Today).Error is not null)
            && Iban.Check(text).IsValid != (Iban.Check(text).Error is not null)
            && PostalCode.Check(text).IsValid != (PostalCode.Check(text).Error is not null)
            && EAddress.Check(text, Today).IsValid != (EAddress.Check(text, Today).Error is not null)
            && Enum.GetValues<ClientReachKind>().All(kind => ReachValue.Check(kind, text, Today) is var reach && reach.IsValid != (reach.Error is not null))));
    }

    [Fact] // eleven digits of any kind never throw, and only a real date gets through
    public void Eleven_digits_are_a_code_or_a_reason()
    {
        var digits = Gen.Elements("0123456789".ToCharArray()).ArrayOf(11).Select(d => new string(d)).ToArbitrary();
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(digits, text =>
            PersonalCode.Check(text, Today) is var check && (check.Value is { } code
                ? code.Digits == text && (code.Format == PersonalCodeFormat.Random ? text[0] == '3' && text[1] >= '2' : code.BornOn <= Today)
                : check.Error is not null)));
    }
}
