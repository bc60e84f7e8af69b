using System.Xml;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Api;
using BriPipeline.Web.Rows;

namespace BriPipeline.Web.Sdmx;

/// <summary>SDMX-ML 2.1, generic data. An answer that broke off is XML that does not end.</summary>
/// <param name="isFlat">Observations by all dimensions, and not in series over time.</param>
/// <param name="prepared">When the answer was written.</param>
internal sealed class SdmxXmlRows(string detail, bool isFlat, DateTimeOffset prepared)
    : RowWriter<TradeRow>("application/vnd.sdmx.genericdata+xml; version=2.1; charset=utf-8")
{
    private const string Schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
    private const string Message = Schemas + "message";
    private const string Generic = Schemas + "data/generic";
    private const string Common = Schemas + "common";

    private XmlWriter xml = null!;
    private (string, SeriesKey)? series;

    public override void Begin(TextWriter writer, string? next)
    {
        // The answer is sent in UTF-8, which the writer of text does not know.
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml = XmlWriter.Create(
            writer,
            new()
            {
                Indent = true,
                NewLineChars = "\n",
                OmitXmlDeclaration = true,
            }
        );
        xml.WriteStartElement("mes", "GenericData", Message);
        xml.WriteAttributeString("xmlns", "gen", null, Generic);
        xml.WriteAttributeString("xmlns", "com", null, Common);
        xml.WriteStartElement("Header", Message);
        xml.WriteElementString("ID", Message, SdmxStructure.Id);
        xml.WriteElementString("Test", Message, "false");
        xml.WriteElementString("Prepared", Message, ColumnText.Of(prepared));
        xml.WriteStartElement("Sender", Message);
        xml.WriteAttributeString("id", SdmxStructure.Agency);
        xml.WriteEndElement();
        xml.WriteStartElement("Structure", Message);
        xml.WriteAttributeString("structureID", SdmxStructure.Id);
        xml.WriteAttributeString("dimensionAtObservation", isFlat ? "AllDimensions" : SdmxStructure.Time);
        xml.WriteStartElement("Structure", Common);
        xml.WriteStartElement("Ref");
        xml.WriteAttributeString("agencyID", SdmxStructure.Agency);
        xml.WriteAttributeString("id", SdmxStructure.Id);
        xml.WriteAttributeString("version", SdmxStructure.Version);
        xml.WriteAttributeString("class", "DataStructure");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("DataSet", Message);
        xml.WriteAttributeString("structureRef", SdmxStructure.Id);
        xml.WriteAttributeString("action", "Information");
    }

    public override void Write(TextWriter writer, TradeRow row, long index)
    {
        var isNew = series != (row.Source, row.Key.Series);
        if (!isFlat && isNew)
        {
            EndSeries();
            xml.WriteStartElement("Series", Generic);
            Values("SeriesKey", KeyOf(row));
        }

        series = (row.Source, row.Key.Series);
        if (detail is "full" or "dataonly")
        {
            Observation(row);
        }
        else if (isFlat && isNew)
        {
            xml.WriteStartElement("Obs", Generic);
            Values("ObsKey", KeyOf(row));
            xml.WriteEndElement();
        }

        xml.Flush();
    }

    public override void End(TextWriter writer, long count)
    {
        if (!isFlat)
        {
            EndSeries();
        }

        xml.WriteEndDocument();
        xml.Flush();
        writer.Write('\n');
    }

    private void EndSeries()
    {
        if (series is not null)
        {
            xml.WriteEndElement();
        }
    }

    private void Observation(TradeRow row)
    {
        var time = SdmxStructure.TimeOf(row.Key.Period);
        xml.WriteStartElement("Obs", Generic);
        if (isFlat)
        {
            Values("ObsKey", KeyOf(row).Append((SdmxStructure.Time, time)));
        }
        else
        {
            Value("ObsDimension", time);
        }

        Value("ObsValue", Csv.Number(row.Value));
        if (detail is "full")
        {
            Values("Attributes", SdmxStructure.Attributes.Select(attribute => (attribute.Id, attribute.Value(row))));
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<(string Id, string Value)> KeyOf(TradeRow row) =>
        SdmxStructure.Dimensions.Select(dimension => (dimension.Id, dimension.Code(row)));

    private void Value(string name, string value)
    {
        xml.WriteStartElement(name, Generic);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    private void Values(string name, IEnumerable<(string Id, string Value)> values)
    {
        xml.WriteStartElement(name, Generic);
        foreach (var (id, value) in values)
        {
            xml.WriteStartElement("Value", Generic);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
