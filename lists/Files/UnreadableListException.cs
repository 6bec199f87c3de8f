namespace AreaSend.Lists.Files;

/// <summary>
/// Carries the sentence that explains an unreadable file from deep inside a reader to <see cref="PersonListReader"/>, which makes a result of it.
/// </summary>
internal sealed class UnreadableListException(string sentence, Exception? inner = null) : Exception(sentence, inner);
