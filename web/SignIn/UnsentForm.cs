using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AreaSend.Web.SignIn;

/// <summary>
/// What somebody typed into a form that outlived the session. The page that says so keeps it, to be sent again after signing in. It keeps the form's own
/// token and adds none: what another site made somebody send is refused then as before.
/// </summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="SignIn">Where one signs in again.</param>
/// <param name="Fields">Its fields, hidden ones included. Files are not kept.</param>
internal sealed record UnsentForm(string Address, string SignIn, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public static async Task KeepOrRedirectAsync(RedirectContext<CookieAuthenticationOptions> redirect)
    {
        var request = redirect.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            redirect.Response.Redirect(redirect.RedirectUri);
            return;
        }

        var form = await request.ReadFormAsync(redirect.HttpContext.RequestAborted);
        redirect.HttpContext.Features.Set(new UnsentForm(
            $"{request.PathBase}{request.Path}{request.QueryString}", redirect.Options.LoginPath, [.. form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))]));
        redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }
}
