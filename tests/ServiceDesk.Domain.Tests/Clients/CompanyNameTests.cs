using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Domain.Tests.Clients;

public class CompanyNameTests
{
    [Theory]
    [InlineData("SIA \"Rīta Rasa\"", "rita rasa")]
    [InlineData("Sabiedrība ar ierobežotu atbildību «RITA  RASA»", "rita rasa")]
    [InlineData("Rīta rasa, SIA", "rita rasa")]
    [InlineData("Valsts sabiedrība ar ierobežotu atbildību \"Ceļu muzejs\"", "celu muzejs")]
    [InlineData("AS “Latvijas Gāze”", "latvijas gaze")]
    [InlineData("Z/S \"Kalnozoli\"", "kalnozoli")]
    [InlineData("zemnieku saimniecība „Kalnozoli”", "kalnozoli")]
    [InlineData("\"AS\" SIA", "as")]
    [InlineData("SIA", "sia")]
    [InlineData("IK \"А1 Сервис\"", "а1 сервис")]
    [InlineData("  \" , ", "")]
    public void A_name_is_compared_without_form_marks_and_signs(string name, string compared) => Assert.Equal(compared, CompanyName.Compared(name));

    [Theory]
    [InlineData("SIA \"Ķekavas ceļi\"", "KEKAVAS CELI SIA", true)]
    [InlineData("Biedrība \"Saulstari\"", "Nodibinājums \"Saulstari\"", true)]
    [InlineData("SIA \"Rasa\"", "SIA \"Rasa 2\"", false)]
    [InlineData("SIA \"Rasa\"", null, false)]
    public void Two_names_mean_the_same_company_or_not(string one, string? other, bool same) => Assert.Equal(same, CompanyName.AreSame(one, other));
}
