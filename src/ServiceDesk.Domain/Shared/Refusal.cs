namespace ServiceDesk.Domain.Shared;

/// <summary>
/// An illegal step, refused with a sentence for the user: <see cref="Key"/> names a text resource,
/// <see cref="Arguments"/> fill its places. Pages show it in the error summary and keep what was typed.
/// </summary>
public sealed class Refusal(string key, params object[] arguments) : Exception(key)
{
    /// <summary>Key of the text resource, for example <c>Cases.Refusal.AlreadyClosed</c>.</summary>
    public string Key { get; } = key;

    /// <summary>Values for the places <c>{0}</c>, <c>{1}</c> … of the text. Dates stay <see cref="DateOnly"/>: the page formats them.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
