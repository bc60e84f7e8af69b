namespace BriPipeline.Web.Api;

/// <summary>What programs must know of an address: the request is checked against it, and the OpenAPI document is written from it.</summary>
/// <param name="Summary">What it does, a few words.</param>
/// <param name="Parameters">Of the query; any other is refused, so that a misspelt one is not silently without effect.</param>
/// <param name="Formats">What it answers with, the usual first.</param>
/// <param name="Rows">Name and columns of the rows of an answer; null where the answer is something else.</param>
/// <param name="Examples">Requests that work on any installation; each is run as a test.</param>
public sealed record ApiDescription(
    string Summary,
    IReadOnlyList<ApiParameter> Parameters,
    IReadOnlyList<Format> Formats,
    RowSchema? Rows,
    IReadOnlyList<string> Examples
)
{
    /// <summary>The rows of the JSON array that the request's body is; null where it is none.</summary>
    public RowSchema? Body { get; init; }
}

/// <summary>The rows of an answer.</summary>
/// <param name="Name">Of the member that holds them in JSON.</param>
public sealed record RowSchema(string Name, IReadOnlyList<(string Name, string Type, string About)> Columns)
{
    /// <summary>Columns that are there only where <c>labels</c> asks for them.</summary>
    public IReadOnlyList<(string Name, string Type, string About)> Named { get; init; } = [];
}
