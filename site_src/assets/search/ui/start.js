Box.mount();
if (Search.form) Page.mount();
Search.engine = Engine;
