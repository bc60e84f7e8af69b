using Azure;
using Azure.Identity;

namespace BriPipeline.Storage.Tests;

public sealed class OutagesTests
{
    private readonly Outages outages = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(409, false)]
    [InlineData(412, false)]
    [InlineData(413, false)]
    public void IsOutage_GoesByTheStatus(int status, bool expected) =>
        Assert.Equal(expected, outages.IsOutage(new RequestFailedException(status, "")));

    [Fact]
    public void IsOutage_LooksAtEveryRetry()
    {
        var (away, refused) = (new RequestFailedException(0, ""), new RequestFailedException(400, ""));

        Assert.True(outages.IsOutage(new AggregateException(away, away)));
        Assert.False(outages.IsOutage(new AggregateException(away, refused)));
    }

    [Fact]
    public void IsOutage_KnowsIdentitiesThatDoNotAnswer() =>
        Assert.True(outages.IsOutage(new AuthenticationFailedException("")));

    [Fact]
    public void IsOutage_LeavesBugsToTheUpload() => Assert.False(outages.IsOutage(new InvalidOperationException()));
}
