using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Handlers;

/// <summary>Which language the pages speak.</summary>
public static class LanguageHandlers
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Keeps the form's choice in a cookie and goes back to the page that it came from.</summary>
    public static async Task<IResult> ChooseAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : FormCollection.Empty;
        if (PageTexts.All.Any(texts => texts.Language == form["language"].ToString()))
        {
            context.Response.Cookies.Append(
                PageTexts.Cookie,
                form["language"].ToString(),
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    MaxAge = Kept,
                    IsEssential = true,
                }
            );
        }

        return Results.LocalRedirect(
            Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var back)
            && back.Authority == context.Request.Host.Value
            // Browsers take either for the start of another host's address.
            && !back.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            && !back.PathAndQuery.StartsWith("/\\", StringComparison.Ordinal)
                ? "~" + back.PathAndQuery
                : "~/"
        );
    }
}
