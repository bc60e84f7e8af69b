namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>Where in its sheet a label stands.</summary>
internal enum LabelPlace
{
    /// <summary>Above a table: title, unit and period lines.</summary>
    Caption,

    /// <summary>Over columns of figures.</summary>
    Header,

    /// <summary>A row of words between rows of figures.</summary>
    Heading,

    /// <summary>Beside figures.</summary>
    Row,

    /// <summary>Below a table, or in a sheet without one.</summary>
    Note,
}
