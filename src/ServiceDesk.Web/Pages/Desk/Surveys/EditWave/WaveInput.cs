using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Web.Pages.Desk.Surveys.EditWave;

/// <summary>What the form of a wave carries.</summary>
public sealed class WaveInput
{
    public string? TitleLv { get; set; }

    public string? TitleEn { get; set; }

    public string? TitleRu { get; set; }

    public string? IntroLv { get; set; }

    public string? IntroEn { get; set; }

    public string? IntroRu { get; set; }

    public string? PrivacyLv { get; set; }

    public string? PrivacyEn { get; set; }

    public string? PrivacyRu { get; set; }

    public DateOnly? OpensOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public int? PopulationSize { get; set; }

    public List<SurveyMode> Modes { get; set; } = [];

    public List<Guid> UnitIds { get; set; } = [];

    public bool IsStepwise { get; set; }

    public static WaveInput Of(SurveyWave wave) => new()
    {
        TitleLv = wave.Title.Lv,
        TitleEn = wave.Title.En,
        TitleRu = wave.Title.Ru,
        IntroLv = wave.Intro.Lv,
        IntroEn = wave.Intro.En,
        IntroRu = wave.Intro.Ru,
        PrivacyLv = wave.Privacy.Lv,
        PrivacyEn = wave.Privacy.En,
        PrivacyRu = wave.Privacy.Ru,
        OpensOn = wave.OpensOn,
        ClosesOn = wave.ClosesOn,
        PopulationSize = wave.PopulationSize,
        Modes = [.. wave.Modes],
        UnitIds = [.. wave.UnitIds],
        IsStepwise = wave.IsStepwise,
    };

    /// <summary>As the domain takes it; a day left out is the one the wave has.</summary>
    public WaveDetails ToDetails(SurveyWave wave) => new()
    {
        Title = Words(TitleLv, TitleEn, TitleRu),
        Intro = Words(IntroLv, IntroEn, IntroRu),
        Privacy = Words(PrivacyLv, PrivacyEn, PrivacyRu),
        OpensOn = OpensOn ?? wave.OpensOn,
        ClosesOn = ClosesOn ?? wave.ClosesOn,
        PopulationSize = PopulationSize,
        Modes = Modes,
        UnitIds = UnitIds,
        IsStepwise = IsStepwise,
    };

    private static SurveyWords Words(string? lv, string? en, string? ru) => new SurveyWords(lv ?? "", en ?? "", ru ?? "").Trimmed();
}
