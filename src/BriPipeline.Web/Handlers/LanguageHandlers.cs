using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BriPipeline.Web.Handlers;

/// <summary>Which language the pages speak.</summary>
public static class LanguageHandlers
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>An address that says its language: whoever gets it sees the same.</summary>
    internal static string AddressIn(string language, string path, string query) =>
        QueryHelpers.AddQueryString(
            path,
            QueryHelpers
                .ParseQuery(query)
                .Where(part => part.Key != PageTexts.Parameter)
                .Append(new(PageTexts.Parameter, language))
        );

    /// <summary>A reader who came by an address with a language and has chosen none goes on in it.</summary>
    internal static void Follow(HttpContext context, string language)
    {
        if (
            context.Request.Query[PageTexts.Parameter] == language
            && !context.Request.Cookies.ContainsKey(PageTexts.Cookie)
        )
        {
            context.Response.Cookies.Append(PageTexts.Cookie, language, CookieFor(context, null));
        }
    }

    /// <summary>Keeps the form's choice in a cookie and goes back to the page that it came from.</summary>
    public static async Task<IResult> ChooseAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : FormCollection.Empty;
        if (PageTexts.All.Any(texts => texts.Language == form["language"].ToString()))
        {
            context.Response.Cookies.Append(PageTexts.Cookie, form["language"].ToString(), CookieFor(context, Kept));
        }

        return Results.LocalRedirect(
            Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var back)
            && back.Authority == context.Request.Host.Value
            // Browsers take either for the start of another host's address.
            && !back.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            && !back.PathAndQuery.StartsWith("/\\", StringComparison.Ordinal)
                ? "~" + AddressIn(form["language"].ToString(), back.AbsolutePath, back.Query)
                : "~/"
        );
    }

    /// <param name="kept">Null for as long as the browser is open.</param>
    private static CookieOptions CookieFor(HttpContext context, TimeSpan? kept) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = kept,
            IsEssential = true,
        };
}
