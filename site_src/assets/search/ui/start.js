Box.mount();
if (Search.form) Page.mount();
Search.running = true;
