using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>The form on the first page, filled in and sent.</summary>
internal static class UploadForm
{
    /// <summary>Returns once the file is received.</summary>
    /// <param name="replace">Confirm that the file takes the place of one whose figures are stored.</param>
    public static async Task SendAsync(this IPage page, string source, FilePayload file, bool replace = false)
    {
        await page.GotoAsync("/");
        await page.Locator("#source").FillAsync(source);
        await page.Locator("#files").SetInputFilesAsync(file);
        await page.Locator("form.drop input[name=replace]").SetCheckedAsync(replace);
        // The script counts hashes before it sends the form.
        await page.RunAndWaitForResponseAsync(
            () => page.Locator("form.drop button[type=submit]").ClickAsync(),
            response => response.Request.Method == "POST"
        );
        await page.ReceivedAsync();
    }

    /// <summary>Returns once the answer to the form is shown: a page that is opened before would be left for it.</summary>
    public static Task ReceivedAsync(this IPage page) =>
        page.WaitForURLAsync(address =>
            new Uri(address) is var shown
            && (shown.AbsolutePath != "/" || shown.Query.Contains("sent=", StringComparison.Ordinal))
        );
}
