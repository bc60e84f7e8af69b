using BriPipeline.Core.Office;

namespace BriPipeline.Core.Tests.Summaries.Html;

public sealed class MarkupTests
{
    [Fact]
    public void Of_EncodesEveryHoleButMarkup()
    {
        var text = "<b title='x'>\"A & B\"</b>";

        Assert.Equal(
            "<p>&lt;b title=&#39;x&#39;&gt;&quot;A &amp; B&quot;&lt;/b&gt;</p>",
            Markup.Of($"<p>{text}</p>").ToString()
        );
        Assert.Equal("<p><i>1</i></p>", Markup.Of($"<p>{Markup.Of($"<i>{1}</i>")}</p>").ToString());
    }
}
