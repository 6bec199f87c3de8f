using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using Azure.Core;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace AreaSend.Web.Tests.Shell;

/// <summary>The real host with an empty store of its own, a clock that stands still until the test moves it, and no engine running by itself.</summary>
public sealed class EmptyStoreHost : WebApplicationFactory<Program>
{
    private readonly HostFolder _folder = new();
    private bool _isGone;

    /// <summary>Takes the place of the outbox folder, if set before the host is used.</summary>
    internal IMailSender? Mail { get; init; }

    /// <summary>Takes the place of the host's own identity, if set before the host is used.</summary>
    internal TokenCredential? Identity { get; init; }

    /// <summary>Takes the place of the editions that come with AreaSend, if set before the host is used.</summary>
    internal Editions? Editions { get; init; }

    /// <summary>Settings of one test, beside the folder's.</summary>
    internal IDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Monday 1 September 2025, 8am in London.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2025, 9, 1, 7, 0));

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    internal async Task<Visitor> CoordinatorAsync() => await VisitorAsync(Role.Coordinator);

    internal async Task<Visitor> VisitorAsync(Role role) => await NewVisitor().AsAsync(role);

    /// <summary>Somebody who has not signed in.</summary>
    internal Visitor NewVisitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task<Guid> PlannedAsync(string area = "888", int year = 2025, int month = 9, int day = 22, bool isLed = true) =>
        await Get<InspectionStore>().PlanAsync(
            area, InspectionKind.Full, new LocalDate(year, month, day), Recorder.Coordinator, isLed ? new Services.Mail.Mailbox("Fictional Lead", "lead@example.org") : null) switch
        {
            Recording.Recorded recorded => recorded.Inspection.Id,
            Recording.Refused refused => throw new InvalidOperationException(refused.Because),
            _ => throw new InvalidOperationException("No such recording."),
        };

    /// <summary>Of another kind, from 22 September 2025: a monitoring inspection of two areas for priority action, a re-visit for one weakness.</summary>
    public async Task<Guid> PlannedAsAsync(string kind, string area = "888") => Assert.IsType<Recording.Recorded>(await Get<InspectionStore>().PlanAsync(
        area, kind, new LocalDate(2025, 9, 22), Recorder.Coordinator,
        grounds: kind switch
        {
            InspectionKind.Monitoring => new MonitoringGrounds(new LocalDate(2024, 4, 2), Follows: null, Reason: null, ["Waiting times", "EHC plans"]),
            InspectionKind.Revisit => new RevisitGrounds(new LocalDate(2024, 6, 3), ["Waiting times"]),
            _ => null,
        })).Inspection.Id;

    /// <summary>Moves the clock, and lets the engine do what is due then.</summary>
    public async Task AdvanceAsync(Instant to)
    {
        Clock.Reset(to);
        await Get<DueWorkRunner>().RunAsync(to);
    }

    /// <summary>Enters somebody for every role of an area, and the national ones.</summary>
    public async Task EnterContactsAsync(string area = "888")
    {
        foreach (var role in (RecipientRole[])[RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf])
        {
            await EnterAsync(area, role, $"{role.Key()}@example.org");
        }

        await EnterAsync(null, RecipientRole.SecretaryOfStateForEducation, "education@example.org");
        await EnterAsync(null, RecipientRole.SecretaryOfStateForHealth, "health@example.org");
    }

    public async Task<Contact> EnterAsync(string? area, RecipientRole role, string address)
    {
        var contact = new Contact { Id = Guid.CreateVersion7(), Area = area, Role = role, Name = $"Test {role.Key()}", Email = address, From = new LocalDate(2022, 1, 1) };
        await Get<ContactBook>().SaveAsync(contact);
        return contact;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _folder.Settings.Concat(Settings))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
            if (Mail is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(Mail));
            }

            if (Editions is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(Editions));
            }

            if (Identity is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(Identity));
            }

            foreach (var engine in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace is { } room
                && ((string[])["Engine", "BankHolidays", "Sandbox"]).Any(part => room.Contains(part, StringComparison.Ordinal))).ToList())
            {
                services.Remove(engine);
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_isGone)
        {
            _isGone = true;
            _folder.Dispose();
        }
    }
}
