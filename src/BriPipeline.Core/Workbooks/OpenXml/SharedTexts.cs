using BriPipeline.Core.Workbooks.Grids;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>The table of shared texts, as the bits of the cells that will refer to them.</summary>
internal static class SharedTexts
{
    public static List<ulong> Read(Stream part, TextPool texts)
    {
        var bits = new List<ulong>();
        var xml = new XmlTokens(part);
        xml.Read();
        while (xml.ReadToChild(1))
        {
            if (xml.Name.SequenceEqual("si"u8))
            {
                if (bits.Count == ReadingLimits.SharedTexts)
                {
                    throw RefusedException.TooMany("different texts", ReadingLimits.SharedTexts);
                }

                bits.Add(RichText.Read(xml).ToBits(texts));
            }
            else
            {
                xml.Skip();
            }
        }

        while (xml.Read() != XmlToken.EndOfPart)
        {
            continue;
        }

        return bits;
    }
}
