namespace ServiceDesk.Infrastructure.Printing.DevTools;

/// <summary>The browser, or the page in it, ended before it answered; another may do.</summary>
internal sealed class BrowserGoneException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The browser answered that it will not.</summary>
internal sealed class DevToolsException(string message) : Exception(message);
