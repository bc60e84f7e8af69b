using System.Text;
using BriPipeline.Core.Workbooks.OpenXml;

namespace BriPipeline.Core.Tests.Workbooks.OpenXml;

public sealed class XmlTokensTests
{
    private const string Sample =
        "<?xml version=\"1.0\"?><!-- > --><a:r xmlns:a='u' b = \"1>2\" c='&quot;'><e/><?p i?><!--c--><t>x &lt; y\r\nz</t><![CDATA[<&]]></a:r>\n";

    [Fact]
    public void Read_GivesTheSame_HoweverTheBytesArrive()
    {
        var whole = Tokens(new MemoryStream(Encoding.UTF8.GetBytes(Sample)));
        Assert.Equal(
            [
                "Start r xmlns:a=u b=1>2 c=\"",
                "Start e",
                "End e",
                "Start t",
                "Text",
                "End t",
                "Text",
                "End r",
                "EndOfPart",
            ],
            whole
        );
        // Reads of a size end before, within and behind each of its parts.
        Assert.All(
            Enumerable.Range(1, Sample.Length),
            size => Assert.Equal(whole, Tokens(new Drops(Encoding.UTF8.GetBytes(Sample), size)))
        );
    }

    [Fact]
    public void ReadString_JoinsAndReplaces()
    {
        var xml = new XmlTokens(new Drops("<t>a&amp;&#65;<!-- -->\r\n<![CDATA[&amp;]]></t>"u8.ToArray(), 1));
        xml.Read();
        Assert.Equal("a&A\n&amp;", xml.ReadString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a b></a>")]
    [InlineData("<a b=1></a>")]
    [InlineData("<a b='1></a>")]
    [InlineData("text")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<a><![IGNORE[]]></a>")]
    [InlineData("< a/>")]
    public void Read_RefusesWhatIsNotWellFormed(string text) =>
        Assert.Throws<InvalidDataException>(() => Tokens(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Read_RefusesElements_TooDeepInEachOther() =>
        Assert.Throws<InvalidDataException>(() =>
            Tokens(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 1000)))))
        );

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1251")]
    public void ToUtf8_ReadsOtherEncodings(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding
            .GetPreamble()
            .Concat(encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><a>Китай</a>"));
        var xml = new XmlTokens(XmlText.ToUtf8(new MemoryStream([.. bytes])));
        xml.Read();
        Assert.Equal("Китай", xml.ReadString());
    }

    [Theory]
    [InlineData("no-such-encoding")]
    [InlineData("UTF-7")]
    public void ToUtf8_RefusesEncodings_ThatAreNotKnownOrNotSafe(string name) =>
        Assert.Throws<InvalidDataException>(() =>
            XmlText.ToUtf8(
                new MemoryStream(Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><a/>"))
            )
        );

    private static List<string> Tokens(Stream stream)
    {
        var xml = new XmlTokens(stream);
        var tokens = new List<string>();
        XmlToken token;
        do
        {
            token = xml.Read();
            var said = token.ToString();
            if (token is XmlToken.Start or XmlToken.End)
            {
                said += " " + Encoding.UTF8.GetString(xml.Name);
            }

            while (token == XmlToken.Start && xml.NextAttribute(out var name, out var value))
            {
                said += $" {Encoding.UTF8.GetString(name)}={XmlText.OfAttribute(value)}";
            }

            tokens.Add(said);
        } while (token != XmlToken.EndOfPart);

        return tokens;
    }

    /// <summary>Gives at most so many bytes at a time.</summary>
    private sealed class Drops(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(size, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);
    }
}
