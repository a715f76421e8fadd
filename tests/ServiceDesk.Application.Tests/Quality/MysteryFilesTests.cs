using ServiceDesk.Application.Quality.Mystery;

namespace ServiceDesk.Application.Tests.Quality;

public class MysteryFilesTests
{
    [Theory]
    [InlineData("sigulda", "sigulda", 51)]
    [InlineData("jelgava", "jelgava", 52)]
    [InlineData("of a town of its own", "sigulda", 51)]
    public void A_standard_is_looked_at_by_its_criteria(string standard, string by, int criteria)
    {
        var read = MysteryFiles.Of(standard);
        Assert.Equal((by, criteria), (read.Standard, read.All.Count));
    }
}
