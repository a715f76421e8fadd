using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>The Enterprise Register's open data (section <c>ServiceDesk:Companies</c>): how its files name their columns, and when to trust them.</summary>
public sealed class CompanyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Companies";

    /// <summary>Headings of <c>register.csv</c>.</summary>
    public RegisterColumns Register { get; set; } = new();

    /// <summary>Headings of <c>insolvency_legal_person_proceeding.csv</c>.</summary>
    public InsolvencyColumns Insolvency { get; set; } = new();

    /// <summary>Headings of <c>liquidations.csv</c>.</summary>
    public LiquidationColumns Liquidations { get; set; } = new();

    /// <summary>What the letters of the column for the end of an entry mean.</summary>
    public Dictionary<string, CompanyClosing> Closings { get; set; } = new(StringComparer.OrdinalIgnoreCase) { ["L"] = CompanyClosing.Liquidated, ["R"] = CompanyClosing.Reorganised };

    /// <summary>
    /// A file in which more than so many per cent of the rows known are missing is not the whole file: nothing of it is written. 0 to 100.
    /// </summary>
    public int MostGonePercent { get; set; } = 20;

    /// <summary>A check warns when the register was last read more than so many days ago.</summary>
    public int OldAfterDays { get; set; } = 45;

    /// <summary>Columns of the register.</summary>
    public sealed class RegisterColumns
    {
        /// <summary>Registration number.</summary>
        public string Code { get; set; } = "regcode";

        /// <summary>Name.</summary>
        public string Name { get; set; } = "name";

        /// <summary>Legal form, short.</summary>
        public string Form { get; set; } = "type";

        /// <summary>Legal form in words.</summary>
        public string FormText { get; set; } = "type_text";

        /// <summary>Date of the entry.</summary>
        public string Registered { get; set; } = "registered";

        /// <summary>Date of the end.</summary>
        public string Terminated { get; set; } = "terminated";

        /// <summary>How it ended.</summary>
        public string Closed { get; set; } = "closed";

        /// <summary>Address in one line.</summary>
        public string Address { get; set; } = "address";

        /// <summary>Postal code, digits.</summary>
        public string PostalCode { get; set; } = "index";
    }

    /// <summary>Columns of insolvency and legal protection.</summary>
    public sealed class InsolvencyColumns
    {
        /// <summary>Registration number of the debtor.</summary>
        public string Code { get; set; } = "debtor_registration_number";

        /// <summary>Form: INSOLVENCY, LEGAL_PROTECTION, OUT_OF_COURT_LEGAL_PROTECTION.</summary>
        public string Form { get; set; } = "proceeding_form";

        /// <summary>Begun on.</summary>
        public string Started { get; set; } = "proceeding_started_on";

        /// <summary>Ended on.</summary>
        public string Ended { get; set; } = "proceeding_ended_on";
    }

    /// <summary>Columns of liquidations.</summary>
    public sealed class LiquidationColumns
    {
        /// <summary>Registration number.</summary>
        public string Code { get; set; } = "legal_entity_registration_number";

        /// <summary>Kind in words.</summary>
        public string Text { get; set; } = "liquidation_type_text";

        /// <summary>Begun on.</summary>
        public string Started { get; set; } = "date_from";
    }
}
