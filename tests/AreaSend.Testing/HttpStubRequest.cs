using Microsoft.AspNetCore.Http;

namespace AreaSend.Testing;

/// <summary>A request as it reached an <see cref="HttpStub"/>.</summary>
/// <param name="Path">The path with its query.</param>
/// <param name="Headers">By name, whatever the case; several values of one name stand in one string, with commas between.</param>
public sealed record HttpStubRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal static async Task<HttpStubRequest> ReadAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new HttpStubRequest(request.Method, request.Path + request.QueryString, headers, body);
    }
}
