using System.Diagnostics.Metrics;

namespace AreaSend.Services.Engine;

/// <summary>What the alerts of <c>infra/</c> watch, under the meter <c>AreaSend</c>. Whichever engine runs counts here.</summary>
public sealed class EngineMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "AreaSend";

    private readonly Gauge<int> _overdue;
    private readonly Gauge<double> _feedAge;
    private readonly Counter<int> _dead;
    private readonly Counter<int> _statutoryBounced;
    private readonly Counter<int> _restarts;
    private readonly Gauge<int> _poison;

    /// <summary>Names the instruments. The factory owns the meter.</summary>
    public EngineMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _overdue = meter.CreateGauge<int>("areasend.wake.overdue", "{inspection}", "Open inspections whose time has passed and which no engine has taken");
        _feedAge = meter.CreateGauge<double>("areasend.bank_holidays.age_days", "d", "Days since the bank holiday feed was last read");
        _dead = meter.CreateCounter<int>("areasend.notices.dead", "{notice}", "Notices that were given up");
        _statutoryBounced = meter.CreateCounter<int>("areasend.notices.statutory_bounced", "{notice}", "Statutory notices that did not arrive");
        _restarts = meter.CreateCounter<int>(
            "areasend.reconcile.restarts",
            "{orchestration}",
            "Orchestrations that were missing or broken and have been started");
        _poison = meter.CreateGauge<int>(
            "areasend.queues.poison",
            "{message}",
            "Messages that were tried as often as they may be and lie where nothing takes them");
    }

    /// <summary>What a look at the whole store found.</summary>
    public void Looked(EngineHealth health)
    {
        _overdue.Record(health.Overdue.Count);
        _feedAge.Record(health.BankHolidaysAge.TotalDays);
    }

    /// <summary>So many messages lie where nothing takes them.</summary>
    public void Poisoned(int messages) => _poison.Record(messages);

    /// <summary>An orchestration was started or restarted by the reconciliation.</summary>
    public void Restarted() => _restarts.Add(1);

    /// <summary>A notice is not tried again by itself.</summary>
    internal void Died() => _dead.Add(1);

    /// <summary>A notice that the mail service had taken did not arrive.</summary>
    internal void Bounced(bool statutory)
    {
        if (statutory)
        {
            _statutoryBounced.Add(1);
        }
    }
}
