using System.Globalization;

namespace ServiceDesk.Application.Shared;

/// <summary>The date words of one language in the grammatical cases sentences need.</summary>
internal abstract class DateWords
{
    protected const char Fixed = '\u00A0';

    public static DateWords Of(string language) => language switch
    {
        "en" => English.Instance,
        "ru" => Russian.Instance,
        _ => Latvian.Instance,
    };

    public abstract string[] Weekdays { get; }

    public abstract string[] WeekdaysShort { get; }

    public abstract string[] WeekdaysOn { get; }

    public abstract string[] Months { get; }

    public abstract string[] MonthsShort { get; }

    public abstract string Today { get; }

    public abstract string Tomorrow { get; }

    public abstract string Inclusive { get; }

    public virtual string NumericPattern => "dd.MM.yyyy";

    public abstract string Full(DateOnly day);

    public abstract string On(DateOnly day);

    public abstract string WeekdayOn(DateOnly day);

    public abstract string Until(DateOnly day, bool year);

    public abstract string DayAndMonth(DateOnly day);

    public abstract string MonthOfYear(DateOnly day);

    public abstract string InMonth(DateOnly day);

    public abstract string At(TimeOnly time);

    public virtual string Hour(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    private sealed class Latvian : DateWords
    {
        public static readonly Latvian Instance = new();
        private static readonly string[] Dative = ["svētdienai", "pirmdienai", "otrdienai", "trešdienai", "ceturtdienai", "piektdienai", "sestdienai"];
        private static readonly string[] MonthsLocative = ["janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā", "septembrī", "oktobrī", "novembrī", "decembrī"];
        private static readonly string[] MonthsDative = ["janvārim", "februārim", "martam", "aprīlim", "maijam", "jūnijam", "jūlijam", "augustam", "septembrim", "oktobrim", "novembrim", "decembrim"];

        public override string[] Weekdays { get; } = ["svētdiena", "pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena", "sestdiena"];

        public override string[] WeekdaysShort { get; } = ["Sv", "Pr", "Ot", "Tr", "Ce", "Pk", "Se"];

        public override string[] WeekdaysOn { get; } = ["svētdien", "pirmdien", "otrdien", "trešdien", "ceturtdien", "piektdien", "sestdien"];

        public override string[] Months { get; } = ["janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris"];

        public override string[] MonthsShort { get; } = ["janv.", "febr.", "marts", "apr.", "maijs", "jūn.", "jūl.", "aug.", "sept.", "okt.", "nov.", "dec."];

        public override string Today => "šodien";

        public override string Tomorrow => "rīt";

        public override string Inclusive => "ieskaitot";

        public override string NumericPattern => "dd.MM.yyyy.";

        public override string Full(DateOnly day) => $"{day.Year}.{Fixed}gada {day.Day}.{Fixed}{Months[day.Month - 1]}";

        public override string On(DateOnly day) => $"{day.Year}.{Fixed}gada {day.Day}.{Fixed}{MonthsLocative[day.Month - 1]}";

        public override string WeekdayOn(DateOnly day) => $"{WeekdaysOn[(int)day.DayOfWeek]}, {day.Day}.{Fixed}{MonthsLocative[day.Month - 1]}";

        public override string Until(DateOnly day, bool year) =>
            $"{Dative[(int)day.DayOfWeek]}, {(year ? $"{day.Year}.{Fixed}gada " : "")}{day.Day}.{Fixed}{MonthsDative[day.Month - 1]}";

        public override string DayAndMonth(DateOnly day) => $"{day.Day}.{Fixed}{Months[day.Month - 1]}";

        public override string MonthOfYear(DateOnly day) => $"{day.Year}.{Fixed}gada {Months[day.Month - 1]}";

        public override string InMonth(DateOnly day) => $"{day.Year}.{Fixed}gada {MonthsLocative[day.Month - 1]}";

        public override string At(TimeOnly time) => $"plkst.{Fixed}{Hour(time)}";

        public override string Hour(TimeOnly time) => time.ToString("H.mm", CultureInfo.InvariantCulture);
    }

    private sealed class English : DateWords
    {
        public static readonly English Instance = new();

        public override string[] Weekdays { get; } = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

        public override string[] WeekdaysShort { get; } = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

        public override string[] WeekdaysOn => Weekdays;

        public override string[] Months { get; } = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

        public override string[] MonthsShort { get; } = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

        public override string Today => "today";

        public override string Tomorrow => "tomorrow";

        public override string Inclusive => "inclusive";

        public override string Full(DateOnly day) => $"{DayAndMonth(day)} {day.Year}";

        public override string On(DateOnly day) => $"on {Full(day)}";

        public override string WeekdayOn(DateOnly day) => $"on {Weekdays[(int)day.DayOfWeek]}, {DayAndMonth(day)}";

        public override string Until(DateOnly day, bool year) => $"{Weekdays[(int)day.DayOfWeek]}, {(year ? Full(day) : DayAndMonth(day))}";

        public override string DayAndMonth(DateOnly day) => $"{day.Day}{Fixed}{Months[day.Month - 1]}";

        public override string MonthOfYear(DateOnly day) => $"{Months[day.Month - 1]} {day.Year}";

        public override string InMonth(DateOnly day) => $"In {MonthOfYear(day)}";

        public override string At(TimeOnly time) => $"at{Fixed}{Hour(time)}";
    }

    private sealed class Russian : DateWords
    {
        public static readonly Russian Instance = new();
        private static readonly string[] Genitive = ["воскресенья", "понедельника", "вторника", "среды", "четверга", "пятницы", "субботы"];
        private static readonly string[] MonthsPrepositional = ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"];
        private static readonly string[] MonthsGenitive = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

        public override string[] Weekdays { get; } = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

        public override string[] WeekdaysShort { get; } = ["Вс", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб"];

        public override string[] WeekdaysOn { get; } = ["в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"];

        public override string[] Months { get; } = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

        public override string[] MonthsShort { get; } = ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."];

        public override string Today => "сегодня";

        public override string Tomorrow => "завтра";

        public override string Inclusive => "включительно";

        public override string Full(DateOnly day) => $"{DayAndMonth(day)} {day.Year}{Fixed}года";

        public override string On(DateOnly day) => Full(day);

        public override string WeekdayOn(DateOnly day) => $"{WeekdaysOn[(int)day.DayOfWeek]}, {DayAndMonth(day)}";

        public override string Until(DateOnly day, bool year) => $"{Genitive[(int)day.DayOfWeek]}, {(year ? Full(day) : DayAndMonth(day))}";

        public override string DayAndMonth(DateOnly day) => $"{day.Day}{Fixed}{MonthsGenitive[day.Month - 1]}";

        public override string MonthOfYear(DateOnly day) => $"{Months[day.Month - 1]} {day.Year}{Fixed}года";

        public override string InMonth(DateOnly day) => $"В {MonthsPrepositional[day.Month - 1]} {day.Year}{Fixed}года";

        public override string At(TimeOnly time) => $"в{Fixed}{Hour(time)}";
    }
}
