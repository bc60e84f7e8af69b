using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace BriPipeline.Core.Office;

/// <summary>Text that is HTML already. Made by interpolation only: literals are HTML, every hole is encoded.</summary>
public readonly record struct Markup
{
    private readonly string? html;

    private Markup(string html) => this.html = html;

    public static Markup Of(ref Handler handler) => new(handler.Close());

    /// <summary>A picture that a library has drawn: it encodes the texts in it.</summary>
    internal static Markup OfSvg(string svg) => new(svg);

    public static Markup Concatenate(IEnumerable<Markup> parts) => new(string.Concat(parts));

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Join('\n', parts));

    /// <summary>Safe between tags and inside quoted attributes.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

    public override string ToString() => html ?? "";

    /// <summary>Takes text, whole numbers and markup into a literal of HTML; anything else does not compile.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Handler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder builder = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => builder.Append(literal);

        public void AppendFormatted(string text) => builder.Append(Encode(text));

        public void AppendFormatted(int number) => builder.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => builder.Append(markup.ToString());

        internal string Close() => builder.ToString();
    }
}
