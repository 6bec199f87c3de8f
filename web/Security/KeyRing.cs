using System.Xml.Linq;
using AreaSend.Services.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Security;

/// <summary>The keys of cookies, links and forms lie in the store: every replica has them, and a restart signs nobody out.</summary>
internal static class KeyRing
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("AreaSend");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(host =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new InStore(host.GetRequiredService<StoreDatabase>())));
    }

    private sealed class InStore(StoreDatabase database) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var context = database.Open();
            return [.. context.KeyRing.AsNoTracking().ToList().Select(entry => XElement.Parse(entry.Xml))];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var context = database.Open();
            context.KeyRing.Add(new KeyRingEntry { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            context.SaveChanges();
        }
    }
}
