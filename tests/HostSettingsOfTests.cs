using System.Runtime.CompilerServices;

namespace AreaSend.Testing;

/// <summary>
/// Settings of every host that a test starts, in this process or as a child. Compiled into each test project.
/// A host would start an Azurite over the clone's own <c>.local</c>; a test that keeps documents gives the address of an <c>AzuriteServer</c> instead.
/// </summary>
internal static class HostSettingsOfTests
{
    private const string NobodyIsThere = "UseDevelopmentStorage=true";

    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("AreaSend__Blobs__ConnectionString", NobodyIsThere);

        // Each host would watch its settings files, and a machine gives its users 128 watchers between them.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
