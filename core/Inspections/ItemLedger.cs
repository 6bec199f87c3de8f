using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>What has become of the items of Annex A and of the documents that answer them: the part of the fold that is theirs.</summary>
public sealed class ItemLedger
{
    private Dictionary<string, Instant> _received = [];
    private Dictionary<string, ItemNotHeld> _notHeld = [];
    private Dictionary<string, Instant> _byHand = [];
    private Dictionary<Guid, Upload> _uploads = [];
    private Dictionary<string, ExtraItemAsked> _extra = [];

    internal ItemLedger()
    {
    }

    internal ItemLedger Copy()
    {
        var copy = (ItemLedger)MemberwiseClone();
        copy._received = new(_received);
        copy._notHeld = new(_notHeld);
        copy._byHand = new(_byHand);
        copy._uploads = new(_uploads);
        copy._extra = new(_extra);
        return copy;
    }

    /// <summary>The items that are answered, and since when: by a document that was accepted, as of its arrival; by hand; or with "not held".</summary>
    public IReadOnlyDictionary<string, Instant> Answered => _received;

    /// <summary>The items that the area says it does not hold, as long as no document answers them.</summary>
    public IReadOnlyDictionary<string, ItemNotHeld> NotHeld => _notHeld;

    /// <summary>The documents that have come in, in order of arrival.</summary>
    public IReadOnlyDictionary<Guid, Upload> Uploads => _uploads;

    /// <summary>What inspectors asked for beyond Annex A, in order.</summary>
    public IReadOnlyDictionary<string, ExtraItemAsked> Extra => _extra;

    /// <summary>The documents that answer, or would answer, an item, the latest last.</summary>
    public IEnumerable<Upload> UploadsFor(string item) => _uploads.Values.Where(upload => upload.Items.Contains(item)).OrderBy(upload => upload.ArrivedAt);

    /// <summary>Takes one fact, and says which items it answered.</summary>
    internal IReadOnlyList<string> Apply(Fact fact)
    {
        switch (fact)
        {
            case ItemReceived item:
                _byHand.TryAdd(item.Item, item.HappenedAt);
                return Answer([item.Item], item.HappenedAt);
            case ItemNotHeld item:
                _notHeld[item.Item] = item;
                return Answer([item.Item], item.HappenedAt);
            case ExtraItemAsked asked:
                _extra[asked.Item] = asked;
                return [];
            case UploadArrived arrived:
                _uploads.TryAdd(arrived.Document, new Upload(arrived.Document, arrived.Items, arrived.HappenedAt, Decision: null));
                return [];
            case UploadAccepted accepted:
                return Take(accepted.Document, accepted);
            case ListTakenAsItIs taken:
                return Take(taken.Document, taken);
            case UploadRefused refused:
                var wasTaken = _uploads[refused.Document].IsTaken;
                _uploads[refused.Document] = _uploads[refused.Document] with { Decision = refused };
                return wasTaken ? TakeBack(_uploads[refused.Document].Items) : [];
            default:
                return [];
        }
    }

    private IReadOnlyList<string> Take(Guid document, Fact decision)
    {
        var upload = _uploads[document] = _uploads[document] with { Decision = decision };
        foreach (var item in upload.Items)
        {
            _notHeld.Remove(item);
        }

        return Answer(upload.Items, upload.ArrivedAt);
    }

    // What was lost answers nothing any more; what else answers the item still does. The step that had been met stays met: on that day all was there.
    private IReadOnlyList<string> TakeBack(IReadOnlyList<string> items)
    {
        foreach (var item in items)
        {
            _received.Remove(item);
            List<Instant> others = [.. _uploads.Values.Where(upload => upload.IsTaken && upload.Items.Contains(item)).Select(upload => upload.ArrivedAt)];
            if (_byHand.TryGetValue(item, out var at))
            {
                others.Add(at);
            }

            if (others.Count > 0)
            {
                _received[item] = others.Min();
            }
        }

        return [];
    }

    private IReadOnlyList<string> Answer(IReadOnlyList<string> items, Instant at)
    {
        foreach (var item in items)
        {
            _received.TryAdd(item, at);
        }

        return items;
    }
}

/// <summary>A document as the inspection knows it.</summary>
/// <param name="Document">Its identifier.</param>
/// <param name="Items">The items that it answers.</param>
/// <param name="ArrivedAt">When it came in.</param>
/// <param name="Decision"><see cref="UploadAccepted"/>, <see cref="UploadRefused"/> or, after that, <see cref="ListTakenAsItIs"/>; null while it is being
/// checked.</param>
public sealed record Upload(Guid Document, IReadOnlyList<string> Items, Instant ArrivedAt, Fact? Decision)
{
    /// <summary>Whether inspectors have it.</summary>
    public bool IsTaken => Decision is UploadAccepted or ListTakenAsItIs;
}
