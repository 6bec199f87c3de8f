using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>What has become of the notices of an inspection: the part of the fold that is theirs.</summary>
public sealed class NoticeLedger
{
    private Dictionary<string, NoticeRaised> _raised = [];
    private Dictionary<string, string> _unserved = [];
    private Dictionary<string, (string Because, Instant Since)> _doubtful = [];

    internal NoticeLedger()
    {
    }

    internal NoticeLedger Copy()
    {
        var copy = (NoticeLedger)MemberwiseClone();
        copy._raised = new(_raised);
        copy._unserved = new(_unserved);
        copy._doubtful = new(_doubtful);
        return copy;
    }

    /// <summary>The notices that have been raised, by key; a notice that is part of another stands under both keys.</summary>
    public IReadOnlyDictionary<string, NoticeRaised> Raised => _raised;

    /// <summary>Notices that could not be delivered and have not been served otherwise, with the cause.</summary>
    public IReadOnlyDictionary<string, string> Unserved => _unserved;

    /// <summary>Notices of which nobody knows whether they arrived, or arrived once, by key: what is in doubt and since when.</summary>
    public IReadOnlyDictionary<string, (string Because, Instant Since)> Doubtful => _doubtful;

    /// <summary>Takes one event; what is not of a notice changes nothing.</summary>
    internal void Apply(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case NoticeRaised notice:
                foreach (var key in (notice.Covers ?? []).Prepend(notice.Key))
                {
                    _raised.TryAdd(key, notice);
                }

                break;
            case NoticeUndeliverable notice:
                _unserved[notice.Key] = notice.Because;
                _doubtful.Remove(notice.Key);
                break;
            case NoticeInDoubt notice:
                _doubtful[notice.Key] = (notice.Because, recorded.RecordedAt);
                break;
            case NoticeSent notice:
                Settle(notice.Key);
                break;
            case NoticeServedOtherwise notice:
                Settle(notice.Key);
                break;
            case NoticeLapsed notice:
                Settle(notice.Key);
                break;
        }
    }

    private void Settle(string notice)
    {
        _unserved.Remove(notice);
        _doubtful.Remove(notice);
    }
}
