using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Styles of the DOCX. Fonts are those of the reader's office program; Chinese text names a face of its own script.</summary>
internal static class DocxStyles
{
    private const string Latin = "Arial";
    private const string EastAsian = "Microsoft YaHei";
    private const string Grey = "444444";

    public static Numbering Bullets =>
        new(
            new AbstractNum(
                new Level(
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new LevelText { Val = "•" },
                    new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" })
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 0,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 }
        );

    public static Styles Of(string language) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Latin,
                            HighAnsi = Latin,
                            EastAsia = EastAsian,
                            ComplexScript = Latin,
                        },
                        new FontSize { Val = "20" },
                        new Languages { Val = language == "zh" ? "en-US" : LanguageOf(language), EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "120",
                            Line = "264",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style("Normal", "Normal", null, new StyleParagraphProperties(), new StyleRunProperties(), isDefault: true),
            Style("Title", "Title", "Normal", Spaced("240", "120"), Sized("36", isBold: true)),
            Style(
                "Heading1",
                "heading 1",
                "Normal",
                new StyleParagraphProperties(
                    new KeepNext(),
                    new SpacingBetweenLines { Before = "360", After = "120" },
                    new OutlineLevel { Val = 0 }
                ),
                Sized("26", isBold: true)
            ),
            Style("Office", "Office", "Normal", Spaced("0", "120"), Sized("22", isBold: true)),
            Style("State", "State", "Normal", Boxed("FFF6E0", "8A5A00"), new StyleRunProperties()),
            Style("Watermark", "Caution", "Normal", Boxed("FDECEA", "A3000B"), new StyleRunProperties()),
            Style(
                "Caption",
                "caption",
                "Normal",
                Spaced("120", "60"),
                new StyleRunProperties(new Color { Val = Grey }, new FontSize { Val = "18" })
            ),
            Style("Cell", "Cell", "Normal", Spaced("0", "0"), Sized("16", isBold: false)),
            Style("Small", "Small", "Normal", Spaced("0", "0"), Sized("13", isBold: false)),
            Style(
                "ListBullet",
                "List Bullet",
                "Normal",
                new StyleParagraphProperties(
                    new NumberingProperties(new NumberingId { Val = 1 }),
                    new SpacingBetweenLines { After = "60" }
                ),
                new StyleRunProperties()
            ),
            new Style(
                new StyleName { Val = "Figures" },
                new StyleTableProperties(
                    new TableBorders(
                        new TopBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Color = Grey,
                        },
                        new BottomBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Color = Grey,
                        },
                        new InsideHorizontalBorder
                        {
                            Val = BorderValues.Single,
                            Size = 2,
                            Color = "CCCCCC",
                        }
                    ),
                    new TableCellMarginDefault(
                        new TopMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                        new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                        new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                        new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa }
                    )
                ),
                new TableStyleProperties(
                    new RunPropertiesBaseStyle(new Bold()),
                    new TableStyleConditionalFormattingTableCellProperties(
                        new TableCellBorders(
                            new BottomBorder
                            {
                                Val = BorderValues.Single,
                                Size = 8,
                                Color = Grey,
                            }
                        )
                    )
                )
                {
                    Type = TableStyleOverrideValues.FirstRow,
                }
            )
            {
                Type = StyleValues.Table,
                StyleId = "Figures",
                CustomStyle = true,
            }
        );

    private static string LanguageOf(string language) =>
        language switch
        {
            "ru" => "ru-RU",
            "kk" => "kk-KZ",
            _ => "en-GB",
        };

    private static Style Style(
        string id,
        string name,
        string? basedOn,
        StyleParagraphProperties paragraph,
        StyleRunProperties run,
        bool isDefault = false
    )
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        if (isDefault)
        {
            style.Default = true;
        }

        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static StyleParagraphProperties Spaced(string before, string after) =>
        new(new SpacingBetweenLines { Before = before, After = after });

    private static StyleParagraphProperties Boxed(string fill, string edge) =>
        new(
            new ParagraphBorders(
                new LeftBorder
                {
                    Val = BorderValues.Single,
                    Size = 24,
                    Space = 6,
                    Color = edge,
                }
            ),
            new Shading
            {
                Val = ShadingPatternValues.Clear,
                Color = "auto",
                Fill = fill,
            },
            new SpacingBetweenLines { Before = "60", After = "120" }
        );

    private static StyleRunProperties Sized(string halfPoints, bool isBold) =>
        isBold ? new(new Bold(), new FontSize { Val = halfPoints }) : new(new FontSize { Val = halfPoints });
}
