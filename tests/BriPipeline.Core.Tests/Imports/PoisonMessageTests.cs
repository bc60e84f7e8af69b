using BriPipeline.Core.Imports;

namespace BriPipeline.Core.Tests.Imports;

public sealed class PoisonMessageTests
{
    [Theory]
    [InlineData("kz-bns/2023/jan.xlsx", "kz-bns", "2023/jan.xlsx")]
    [InlineData("lost.xlsx", "", "lost.xlsx")]
    public void Read_UnderstandsTheFormOfTheFunctionsHost(string blob, string source, string path)
    {
        var message = PoisonMessage.Read(
            $$"""{"Type":"BlobTrigger","FunctionId":"Host.Functions.ImportWorkbook","BlobType":"BlockBlob","ContainerName":"uploads","BlobName":"{{blob}}","ETag":"\"0x8DB\""}"""
        )!;

        Assert.Equal((source, path, "\"0x8DB\"", null), (message.Source, message.Path, message.ETag, message.Cause));
        Assert.True(message.IsAbout(source, path));
        Assert.Equal(message, PoisonMessage.Read(message.ToJson()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"ContainerName":"elsewhere","BlobName":"a"}""")]
    public void Read_GivesNothing_WhenTheTextIsNotAboutAnUpload(string text) => Assert.Null(PoisonMessage.Read(text));
}
