using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The charts and the logo of a DOCX, each with its part.</summary>
/// <param name="groupMark">What stands between thousands.</param>
/// <param name="nextId">A number that nothing else in the document has.</param>
internal sealed class DocxDrawings(MainDocumentPart main, string groupMark, Func<uint> nextId)
{
    private const long EmuPerCentimetre = 360_000;
    private const int EmuPerPixel = 9525;
    private const long TextWidth = 17 * EmuPerCentimetre;
    private const long MaxLogoLength = 4 * EmuPerCentimetre;

    /// <summary>The office's mark, no side longer than four centimetres; null where it has none.</summary>
    public Paragraph? Logo(SummaryOffice office, string language)
    {
        if (office.LogoSize is not { } size)
        {
            return null;
        }

        var part = main.AddImagePart(ImagePartType.Png, "logo");
        using var logo = new MemoryStream(office.Logo.ToArray());
        part.FeedData(logo);
        var scale = Math.Min(1.0, (double)MaxLogoLength / (Math.Max(size.Width, size.Height) * EmuPerPixel));
        return new Paragraph(
            new Run(
                Picture(
                    "logo",
                    office.NameIn(language) ?? "",
                    (long)(size.Width * EmuPerPixel * scale),
                    (long)(size.Height * EmuPerPixel * scale)
                )
            )
        );
    }

    public Paragraph Chart(ChartBlock chart)
    {
        var part = main.AddNewPart<ChartPart>(chart.Id);
        part.ChartSpace = ChartXml.Write(chart, groupMark);
        var height = chart.Kind == ChartKind.Columns ? 75 : 25 + (9 * chart.Categories.Count);
        return new Paragraph(
            new ParagraphProperties(new KeepNext()),
            new Run(
                new Drawing(
                    Inline(
                        chart.Title,
                        chart.Description,
                        TextWidth,
                        height * EmuPerCentimetre / 10,
                        new A.GraphicData(new C.ChartReference { Id = chart.Id })
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                        }
                    )
                )
            )
        );
    }

    private Drawing Picture(string part, string name, long width, long height) =>
        new(
            Inline(
                name,
                name,
                width,
                height,
                new A.GraphicData(
                    new P.Picture(
                        new P.NonVisualPictureProperties(
                            new P.NonVisualDrawingProperties { Id = 0, Name = part },
                            new P.NonVisualPictureDrawingProperties()
                        ),
                        new P.BlipFill(new A.Blip { Embed = part }, new A.Stretch(new A.FillRectangle())),
                        new P.ShapeProperties(
                            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
                        )
                    )
                )
                {
                    Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                }
            )
        );

    private DW.Inline Inline(string name, string description, long width, long height, A.GraphicData data) =>
        new(
            new DW.Extent { Cx = width, Cy = height },
            new DW.DocProperties
            {
                Id = nextId(),
                Name = name.Length > 0 ? name : "logo",
                Description = description,
            },
            new DW.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(data)
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
}
