using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Handlers;

/// <summary>A file of the page itself. Its address changes with its content, so browsers may keep it for good.</summary>
internal sealed class Asset
{
    internal static readonly Asset Style = new("site.css", "text/css; charset=utf-8");
    internal static readonly Asset Script = new("site.js", "text/javascript; charset=utf-8");
    internal static readonly Asset Icon = new("icon.svg", "image/svg+xml");

    private static readonly Asset[] All = [Style, Script, Icon];

    private readonly string name;
    private readonly string contentType;
    private readonly byte[] content;

    private Asset(string name, string contentType)
    {
        this.name = name;
        this.contentType = contentType;
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..10]}/{name}";
    }

    internal string Address { get; }

    internal static Task<IResult> ServeAsync(HttpContext context)
    {
        var asset = Array.Find(All, one => one.Address == context.Request.Path.Value);
        if (asset is null)
        {
            return Task.FromResult(Problem.NotFound.ToResult());
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.FromResult(Results.Bytes(asset.content, asset.contentType));
    }
}
