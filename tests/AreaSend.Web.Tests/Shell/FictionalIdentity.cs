using System.Collections.Concurrent;
using Azure.Core;

namespace AreaSend.Web.Tests.Shell;

/// <summary>An identity that gets whatever token it asks for, and remembers for what it asked.</summary>
internal sealed class FictionalIdentity : TokenCredential
{
    public ConcurrentQueue<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext asked, CancellationToken cancellation)
    {
        foreach (var scope in asked.Scopes)
        {
            Scopes.Enqueue(scope);
        }

        return new AccessToken("fictional-token", DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext asked, CancellationToken cancellation) => new(GetToken(asked, cancellation));
}
