using AreaSend.Services.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Notices;

/// <summary>The composer as a host has it, with settings as a test says.</summary>
internal static class Composing
{
    public static async Task<ComposedNotice> ComposeAsync(NoticeRequest request, params (string Setting, string Value)[] settings)
    {
        await using var services = Host(settings);
        return await services.GetRequiredService<NoticeComposer>().ComposeAsync(request, TestContext.Current.CancellationToken);
    }

    public static ServiceProvider Host(params (string Setting, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Setting, setting => (string?)setting.Value)).Build())
        .AddNotices()
        .BuildServiceProvider();
}
