using Microsoft.AspNetCore.Http;

namespace AreaSend.Web.Components.Forms;

/// <summary>The version that a form was shown for, as it comes back with the form.</summary>
internal static class PostedVersion
{
    /// <summary>The hidden field.</summary>
    public const string Field = "Version";

    /// <summary>What a form says that was sent without one, or with several: no version is like it.</summary>
    private const string None = "none";

    /// <summary>The version that came with the form; never null, because what comes without one is refused like what is out of date.</summary>
    public static string Of(HttpContext http) =>
        http.Request.HasFormContentType && http.Request.Form[Field] is [{ Length: > 0 } only] ? only : None;

    /// <summary>
    /// The version that a page's form carries: of what is shown now, or, where the form comes back with something to put right, the one it was first shown for.
    /// </summary>
    public static string Keep(HttpContext http, string now) => HttpMethods.IsPost(http.Request.Method) && Of(http) is var posted and not None ? posted : now;

    /// <summary>The version that came with the form, where versions are numbers, as those of inspections and notices are; what is none fits nothing.</summary>
    public static int Number(HttpContext http) =>
        int.TryParse(Of(http), System.Globalization.CultureInfo.InvariantCulture, out var shown) ? shown : -1;

    /// <summary>A form that came too late, in a sentence for the page's errors: "This contact".</summary>
    public static string TooLate(string what) =>
        $"{what} has changed since you opened this page, so nothing was recorded. Open the page again to see how it stands now";
}
