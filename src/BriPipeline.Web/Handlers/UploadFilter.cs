using System.Globalization;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Handlers;

/// <summary>Which uploads the list shows.</summary>
/// <param name="Page">From 0.</param>
public sealed record UploadFilter(string? Search, string? Source, UploadState? State, int Page)
{
    private const int LastPage = 10_000;

    public bool IsSet => Search is not null || Source is not null || State is not null || Page > 0;

    /// <summary>What a request does not say, or says wrong, limits nothing.</summary>
    internal static UploadFilter Of(HttpRequest request)
    {
        var query = request.Query;
        var (search, source, state) = (
            query["search"].ToString().Trim(),
            query["of"].ToString(),
            query["state"].ToString()
        );
        return new(
            search.Length == 0 ? null : search,
            SourceName.IsValid(source) ? source : null,
            Enum.IsDefined(typeof(UploadState), state) ? Enum.Parse<UploadState>(state) : null,
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                ? Math.Min(page, LastPage)
                : 0
        );
    }

    public bool Shows(UploadRecord upload) =>
        (State is null || upload.State == State)
        && (Search is null || upload.Path.Contains(Search, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address of another page of the same list.</summary>
    public string At(int page) =>
        "/"
        + QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("search", Search),
                new("of", Source),
                new("state", State?.ToString()),
                new("page", page.ToString(CultureInfo.InvariantCulture)),
            }.Where(part => part.Value is not null)
        );
}
