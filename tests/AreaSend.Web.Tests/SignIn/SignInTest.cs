using AreaSend.Testing;

namespace AreaSend.Web.Tests.SignIn;

/// <summary>A test with a real provider of its own, and a host that people sign in to there.</summary>
public abstract class SignInTest : IAsyncLifetime
{
    private protected SignInProvider Provider { get; private set; } = null!;

    private protected SignedInHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await SignInProvider.StartAsync(SignedInHost.Site);
        Host = new SignedInHost(Provider);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
